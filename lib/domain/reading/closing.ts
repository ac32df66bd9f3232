import { minute } from '../time';

/** The open reader offers the renewal this long before the loan ends. */
export const warningMs = 10 * minute;

export type Phase = 'open' | 'ending-soon' | 'ended';

/** What an open book has to do about its loan's end. */
export function phaseOf(dueAt: Date, now: Date): Phase {
  const left = dueAt.getTime() - now.getTime();
  if (left <= 0) return 'ended';
  return left <= warningMs ? 'ending-soon' : 'open';
}

/** How long until the phase changes by itself; null when it never will. */
export function untilNextPhaseMs(dueAt: Date, now: Date): number | null {
  const left = dueAt.getTime() - now.getTime();
  if (left <= 0) return null;
  return left > warningMs ? left - warningMs : left;
}
