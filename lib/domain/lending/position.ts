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

function waitingBefore({ holds }: Circulation, hold: Hold, now: Date): number {
  return holds.filter(isWaiting).filter((one) => one.queueNumber < hold.queueNumber && !isSuspended(one, now)).length;
}
