import { whereIsHold } from '@/lib/adapters/postgres/lending-lookup';
import { moveHoldToFront } from '@/lib/domain/lending/move-hold';
import type { Outcome } from '@/lib/domain/outcome';
import type { Act } from '../act';
import { actAt } from './act-at';
import { reportHold, type HoldReport } from './lending-reports';

/** A librarian puts somebody's hold at the head of the queue, with a reason that the event keeps. */
export async function moveHold(holdId: string, reason: string, act: Act, time?: { at: Date }): Promise<Outcome<HoldReport>> {
  return actAt(await whereIsHold(holdId), { act, what: ['move-hold', holdId, reason], time }, {
    holdId,
    measureQueue: true,
    findLowestNumber: true,
    decide: ({ circulation, lowestNumber }, { now }) => moveHoldToFront(circulation, holdId, { lowestNumber: lowestNumber ?? 0, note: reason }, now),
    // at the head nobody is ahead, whatever was counted before
    report: (hold, aftermath) => reportHold(hold, { ...aftermath, before: aftermath.circulation, aheadCount: 0 }),
  });
}
