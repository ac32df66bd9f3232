import { changeCirculation } from '@/lib/adapters/postgres/circulation/change';
import { whereIsLoan } from '@/lib/adapters/postgres/lending-lookup';
import { returnLoan as end } from '@/lib/domain/lending/end-loan';
import { refuse, type Outcome } from '@/lib/domain/outcome';
import { keyOf, type Act } from '../act';
import { reportLoan, type LoanReport } from './lending-reports';

/** A member gives a loan back before its time; returning twice answers with the ended loan. */
export async function returnLoan(loanId: string, memberId: string, act: Act, time?: { at: Date }): Promise<Outcome<LoanReport>> {
  const place = await whereIsLoan(loanId);
  if (place === null || place.memberId !== memberId) return refuse({ code: 'not-found' });
  return changeCirculation(
    {
      titleId: place.titleId,
      memberId,
      loanId,
      actor: act.actor,
      idempotency: keyOf(act, ['return', loanId]),
      decide: ({ circulation }, { now }) => end(circulation, loanId, now),
      report: reportLoan,
    },
    time,
  );
}
