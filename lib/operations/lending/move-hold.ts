import { changeCirculation } from '@/lib/adapters/postgres/circulation/change';
import { whereIsHold } from '@/lib/adapters/postgres/lending-lookup';
import { moveHoldToFront } from '@/lib/domain/lending/move-hold';
import { refuse, type Outcome } from '@/lib/domain/outcome';
import { keyOf, type Act } from '../act';
import { reportHold, type HoldReport } from './lending-reports';

/** A librarian puts somebody's hold at the head of the queue, with a reason that the event keeps. */
export async function moveHold(holdId: string, reason: string, act: Act, time?: { at: Date }): Promise<Outcome<HoldReport>> {
  const place = await whereIsHold(holdId);
  if (place === null) return refuse({ code: 'not-found' });
  return changeCirculation(
    {
      titleId: place.titleId,
      holdId,
      measureQueue: true,
      findLowestNumber: true,
      actor: act.actor,
      idempotency: keyOf(act, ['move-hold', holdId, reason]),
      decide: ({ circulation, lowestNumber }, { now }) => moveHoldToFront(circulation, holdId, { lowestNumber: lowestNumber ?? 0, note: reason }, now),
      // at the head nobody is ahead, whatever was counted before
      report: (hold, aftermath) => reportHold(hold, { ...aftermath, before: aftermath.circulation, aheadCount: 0 }),
    },
    time,
  );
}
