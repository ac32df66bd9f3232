import { isoDuration } from '@/lib/domain/duration';

/** Facts of a refusal as JSON: instants become ISO 8601, an expected wait two durations. */
export function factsView(facts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, name === 'estimatedWait' ? estimatedWaitView(fact as Wait | null) : fact]));
}

type Wait = { readonly expectedMs: number; readonly latestMs: number };

export function estimatedWaitView(wait: Wait | null): { expected: string; latest: string } | null {
  if (wait === null) return null;
  return { expected: isoDuration(wait.expectedMs), latest: isoDuration(wait.latestMs) };
}
