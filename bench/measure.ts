/** One line of the table: what was done, how fast, beside what, and the aim if there is one. */
export type Finding = {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly beside?: string;
  readonly besideValue?: number;
  /** value : besideValue, where that says something. */
  readonly ratio?: number;
  readonly aim?: string;
};

export type Pace = { readonly perSecond: number; readonly p50Ms: number; readonly p95Ms: number; readonly count: number };

/** Lets so many callers work side by side for so long; each call of `work` is one piece. The first second warms up and is not counted. */
export async function paceOf(callers: number, seconds: number, work: (caller: number, turn: number) => Promise<void>): Promise<Pace> {
  const durations: number[] = [];
  const warmUntil = performance.now() + 1000;
  const until = warmUntil + seconds * 1000;
  await Promise.all(
    Array.from({ length: callers }, async (_, caller) => {
      for (let turn = 0; performance.now() < until; turn += 1) {
        const from = performance.now();
        await work(caller, turn);
        if (from >= warmUntil) durations.push(performance.now() - from);
      }
    }),
  );
  return { perSecond: durations.length / seconds, p50Ms: median(durations), p95Ms: percentile(durations, 0.95), count: durations.length };
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The value below which so great a part (0 up to 1) of all lies; NaN of none. */
export function percentile(values: readonly number[], part: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * part)] ?? NaN;
}

export function rounded(value: number): number {
  return value >= 100 ? Math.round(value) : Math.round(value * 100) / 100;
}
