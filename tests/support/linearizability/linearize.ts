/** One call as its client saw it: what was asked, what was answered, and between which instants it must have happened. */
export type Recorded<Op, Answer> = { readonly client: string; readonly op: Op; readonly answer: Answer; readonly invokedAt: number; readonly respondedAt: number };

export type Model<State, Op, Answer> = {
  readonly initial: State;
  /** Every state in which the world may be after this call, if it answered so and happened within its span; none: it cannot have. */
  next(state: State, call: Recorded<Op, Answer>): readonly State[];
  /** The same for states that answer the same for ever. */
  key(state: State): string;
};

export type Verdict<Op, Answer> =
  | { readonly kind: 'linearizable'; readonly order: readonly Recorded<Op, Answer>[] }
  | { readonly kind: 'violation'; readonly longest: readonly Recorded<Op, Answer>[]; readonly stuckOn: readonly Recorded<Op, Answer>[] }
  | { readonly kind: 'undecided' };

/**
 * Is there one order of all calls, each at an instant between its invocation and its answer, that the model too could have
 * answered so? The search of Wing and Gong with Lowe's memory: what was tried once (the same calls done, the same
 * state) is not tried again.
 */
export function linearize<State, Op, Answer>(history: readonly Recorded<Op, Answer>[], model: Model<State, Op, Answer>, { statesAtMost = 500_000 } = {}): Verdict<Op, Answer> {
  const calls = [...history].sort((a, b) => a.respondedAt - b.respondedAt || a.invokedAt - b.invokedAt);
  const isDone = new Uint8Array(calls.length);
  const order: Recorded<Op, Answer>[] = [];
  const tried = new Set<string>();
  let longest: Recorded<Op, Answer>[] = [];
  let stuckOn: Recorded<Op, Answer>[] = [];

  /** Calls that nothing still to be done had answered before they were made. Calls stand in the order of their answers. */
  function eligible(): number[] {
    const found: number[] = [];
    let firstAnswer = Infinity;
    for (const [at, call] of calls.entries()) {
      if (isDone[at] === 1) continue;
      if (call.invokedAt > firstAnswer) continue;
      firstAnswer = Math.min(firstAnswer, call.respondedAt);
      found.push(at);
    }
    return found;
  }

  function search(state: State): boolean | null {
    if (order.length === calls.length) return true;
    const memory = `${isDone.join('')} ${model.key(state)}`;
    if (tried.has(memory)) return false;
    if (tried.size >= statesAtMost) return null;
    tried.add(memory);
    const choices = eligible();
    if (order.length >= longest.length) [longest, stuckOn] = [[...order], choices.flatMap((at) => calls[at] ?? [])];
    for (const at of choices) {
      const call = calls[at];
      if (call === undefined) continue;
      for (const after of model.next(state, call)) {
        isDone[at] = 1;
        order.push(call);
        const found = search(after);
        if (found !== false) return found;
        order.pop();
        isDone[at] = 0;
      }
    }
    return false;
  }

  const found = search(model.initial);
  if (found === null) return { kind: 'undecided' };
  return found ? { kind: 'linearizable', order } : { kind: 'violation', longest, stuckOn };
}
