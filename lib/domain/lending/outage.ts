import { addMs, later, minute, overlapMs, roundUpToSecond, type Span } from '../time';
import { granted } from '../outcome';
import type { Decision, LendingChange } from './changes';
import type { Circulation } from './circulation';
import { isReady } from './hold';
import { withinLicence } from './licence';

/** Rule 4: a silence of the heartbeat longer than this was an outage. */
export const outageAfterMs = 5 * minute;

export function outageBetween(lastBeatAt: Date, now: Date): Span | null {
  return now.getTime() - lastBeatAt.getTime() > outageAfterMs ? { from: lastBeatAt, until: now } : null;
}

/**
 * Rule 4: every offer that ran during an outage gets the time lost added to its window, before anything is settled: what
 * was left of it when the silence began is left when it ends, also where the window would have passed in between; cut at the licence's end.
 */
export function creditOutage(circulation: Circulation, outage: Span & { readonly id: string }, now: Date): Decision<number> {
  const changes = circulation.holds.filter(isReady).flatMap((hold): LendingChange[] => {
    if (overlapMs({ from: hold.readyAt, until: hold.readyUntil }, outage) === 0) return [];
    const lostMs = outage.until.getTime() - later(hold.readyAt, outage.from).getTime();
    const licenceId = circulation.uses.find((use) => use.id === hold.offerId)?.licenceId;
    const expiresAt = circulation.licences.find((licence) => licence.id === licenceId)?.expiresAt ?? null;
    const readyUntil = withinLicence({ expiresAt }, roundUpToSecond(addMs(hold.readyUntil, lostMs)));
    return [{ kind: 'offer-extended', at: now, holdId: hold.id, readyUntil, outageId: outage.id }];
  });
  return { outcome: granted(changes.length), changes };
}
