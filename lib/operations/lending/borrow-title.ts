import { changeCirculation } from '@/lib/adapters/postgres/circulation/change';
import { borrow } from '@/lib/domain/lending/borrow';
import { holdsAheadOf } from '@/lib/domain/lending/position';
import { refuse, type Outcome } from '@/lib/domain/outcome';
import { keyOf, type Act } from '../act';
import { reportLoan, type LoanReport } from './lending-reports';

/** A member borrows a title, or takes the copy that was set aside; `began` is false when the loan was running already. */
export async function borrowTitle(titleId: string, memberId: string, act: Act, time?: { at: Date }): Promise<Outcome<LoanReport & { began: boolean }>> {
  return changeCirculation(
    {
      titleId,
      memberId,
      measureQueue: true,
      actor: act.actor,
      idempotency: keyOf(act, ['borrow', titleId, memberId]),
      decide: ({ circulation, before, borrower, aheadCount, pace }, moment) => {
        if (borrower === null) return { outcome: refuse({ code: 'not-found' }), changes: [] };
        const holdsAhead = holdsAheadOf(memberId, aheadCount ?? 0, before, circulation, moment.now);
        return borrow(circulation, borrower, { holdsAhead, pace }, moment);
      },
      report: ({ loan, began }, aftermath) => ({ ...reportLoan(loan, aftermath), began }),
    },
    time,
  );
}
