/** Half-open everywhere: a span holds its `from` and not its `until`. */
export type Span = { readonly from: Date; readonly until: Date };

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

export function isWithin(span: Span, at: Date): boolean {
  return span.from <= at && at < span.until;
}

/** How many milliseconds two spans share; 0 when they only touch. */
export function overlapMs(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.until.getTime(), b.until.getTime()) - Math.max(a.from.getTime(), b.from.getTime()));
}

/** What is left of a span when others are taken out of it. */
export function withoutSpans(span: Span, taken: readonly Span[]): readonly Span[] {
  return taken.reduce<readonly Span[]>(
    (left, { from, until }) => left.flatMap((part) => [{ from: part.from, until: earlier(part.until, from) }, { from: later(part.from, until), until: part.until }]).filter((part) => part.from < part.until),
    [span],
  );
}

export function addMs(at: Date, milliseconds: number): Date {
  return new Date(at.getTime() + milliseconds);
}

export function earlier(a: Date, b: Date): Date {
  return a <= b ? a : b;
}

export function later(a: Date, b: Date): Date {
  return a >= b ? a : b;
}

/** `dueAt` and `readyUntil` stand on whole seconds: S3 signatures count whole seconds. */
export function roundUpToSecond(at: Date): Date {
  return new Date(Math.ceil(at.getTime() / second) * second);
}
