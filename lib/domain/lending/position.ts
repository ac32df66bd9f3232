import type { Circulation } from './circulation';
import { isSuspended, isWaiting, type Hold } from './hold';

/**
 * Derived, never stored: how many waiting holds that are not suspended stand before this one, plus one. Null when ready
 * or ended. `aheadCount` was counted in `before`; what settling changed since then is corrected from the holds it touched.
 */
export function positionOf(hold: Hold, aheadCount: number, before: Circulation, after: Circulation, now: Date): number | null {
  if (hold.state !== 'waiting') return null;
  return aheadCount + waitingBefore(after, hold, now) - waitingBefore(before, hold, now) + 1;
}

/** How many wait before this member: those before the own hold, or the whole queue for who has none. */
export function holdsAheadOf(memberId: string, aheadCount: number, before: Circulation, after: Circulation, now: Date): number {
  const own = after.holds.filter(isWaiting).find((hold) => hold.memberId === memberId);
  return own === undefined ? (after.waitingCount ?? 0) : (positionOf(own, aheadCount, before, after, now) ?? 1) - 1;
}

function waitingBefore({ holds }: Circulation, hold: Hold, now: Date): number {
  return holds.filter(isWaiting).filter((one) => one.queueNumber < hold.queueNumber && !isSuspended(one, now)).length;
}
