import { changeCirculation } from '@/lib/adapters/postgres/circulation/change';
import { whereIsLoan } from '@/lib/adapters/postgres/lending-lookup';
import { renew } from '@/lib/domain/lending/renew';
import { refuse, type Outcome } from '@/lib/domain/outcome';
import { keyOf, type Act } from '../act';
import { reportLoan, type LoanReport } from './lending-reports';

/** A member extends a loan from its dueAt (rule 6). */
export async function renewLoan(loanId: string, memberId: string, act: Act, time?: { at: Date }): Promise<Outcome<LoanReport>> {
  const place = await whereIsLoan(loanId);
  if (place === null || place.memberId !== memberId) return refuse({ code: 'not-found' });
  return changeCirculation(
    {
      titleId: place.titleId,
      memberId,
      loanId,
      measureQueue: true,
      actor: act.actor,
      idempotency: keyOf(act, ['renew', loanId]),
      decide: ({ circulation, borrower }, { now }) =>
        borrower === null ? { outcome: refuse({ code: 'not-found' }), changes: [] } : renew(circulation, loanId, borrower, now),
      report: reportLoan,
    },
    time,
  );
}
