import { whereIsHold } from '@/lib/adapters/postgres/lending-lookup';
import { cancelHold } from '@/lib/domain/lending/queue';
import type { Outcome } from '@/lib/domain/outcome';
import type { Act } from '../act';
import { actAt } from './act-at';
import { reportHold, type HoldReport } from './lending-reports';

/** A librarian ends somebody's hold, with a reason that the member is told. */
export async function cancelAnyHold(holdId: string, reason: string, act: Act, time?: { at: Date }): Promise<Outcome<HoldReport>> {
  return actAt(await whereIsHold(holdId), { act, what: ['cancel-any-hold', holdId, reason], time }, {
    holdId,
    decide: ({ circulation }, { now }) => cancelHold(circulation, holdId, { reason: 'by-librarian', note: reason }, now),
    report: reportHold,
  });
}
