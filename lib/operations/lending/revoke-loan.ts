import { changeCirculation } from '@/lib/adapters/postgres/circulation/change';
import { whereIsLoan } from '@/lib/adapters/postgres/lending-lookup';
import { revokeLoan as end } from '@/lib/domain/lending/end-loan';
import { refuse, type Outcome } from '@/lib/domain/outcome';
import { keyOf, type Act } from '../act';
import { reportLoan, type LoanReport } from './lending-reports';

/** A librarian ends a running loan, with a reason that the member is told. */
export async function revokeLoan(loanId: string, reason: string, act: Act): Promise<Outcome<LoanReport>> {
  const place = await whereIsLoan(loanId);
  if (place === null) return refuse({ code: 'not-found' });
  return changeCirculation({
    titleId: place.titleId,
    loanId,
    actor: act.actor,
    idempotency: keyOf(act, ['revoke', loanId, reason]),
    decide: ({ circulation }, { now }) => end(circulation, loanId, reason, now),
    report: reportLoan,
  });
}
