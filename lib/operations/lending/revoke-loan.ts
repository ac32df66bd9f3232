import { whereIsLoan } from '@/lib/adapters/postgres/lending-lookup';
import { revokeLoan as end } from '@/lib/domain/lending/end-loan';
import type { Outcome } from '@/lib/domain/outcome';
import type { Act } from '../act';
import { actAt } from './act-at';
import { reportLoan, type LoanReport } from './lending-reports';

/** A librarian ends a running loan, with a reason that the member is told. */
export async function revokeLoan(loanId: string, reason: string, act: Act): Promise<Outcome<LoanReport>> {
  return actAt(await whereIsLoan(loanId), { act, what: ['revoke', loanId, reason] }, { loanId, decide: ({ circulation }, { now }) => end(circulation, loanId, reason, now), report: reportLoan });
}
