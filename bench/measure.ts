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
  durations.sort((a, b) => a - b);
  const at = (part: number): number => durations[Math.min(durations.length - 1, Math.floor(durations.length * part))] ?? NaN;
  return { perSecond: durations.length / seconds, p50Ms: at(0.5), p95Ms: at(0.95), count: durations.length };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

export function rounded(value: number): number {
  return value >= 100 ? Math.round(value) : Math.round(value * 100) / 100;
}
