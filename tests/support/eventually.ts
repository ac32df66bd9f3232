/** Asks again and again until the answer is truthy; for what another timer, process or server does. */
export async function eventually<T>(ask: () => Promise<T> | T, { withinMs = 10_000 } = {}): Promise<NonNullable<T>> {
  const until = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== undefined && answer !== false) return answer;
    if (Date.now() > until) throw new Error(`not so within ${withinMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
