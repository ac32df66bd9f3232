import { changeCirculation } from '@/lib/adapters/postgres/circulation/change';
import { placeHold as place } from '@/lib/domain/lending/queue';
import { refuse, type Outcome } from '@/lib/domain/outcome';
import { keyOf, type Act } from '../act';
import { reportHold, type HoldReport } from './lending-reports';

/** A member joins a title's queue; `placed` is false when the hold was open already. */
export async function placeHold(titleId: string, memberId: string, act: Act, time?: { at: Date }): Promise<Outcome<HoldReport & { placed: boolean }>> {
  return changeCirculation(
    {
      titleId,
      memberId,
      measureQueue: true,
      drawQueueNumber: true,
      actor: act.actor,
      idempotency: keyOf(act, ['place-hold', titleId, memberId]),
      decide: ({ circulation, borrower, queueNumber }, moment) =>
        borrower === null || queueNumber === null
          ? { outcome: refuse({ code: 'not-found' }), changes: [] }
          : place(circulation, borrower, queueNumber, moment),
      report: ({ hold, placed }, aftermath) => ({ ...reportHold(hold, aftermath), placed }),
    },
    time,
  );
}
