import { granted, refuse } from '../outcome';
import { apply } from './apply';
import type { Decision, LendingChange } from './changes';
import type { Circulation } from './circulation';
import type { Loan } from './loan';

/** Rule 3: by the member. Returning twice answers with the ended loan. */
export function returnLoan(circulation: Circulation, loanId: string, now: Date): Decision<Loan> {
  return endLoan(circulation, loanId, { kind: 'loan-ended', at: now, loanId, end: 'returned', reason: null });
}

/** Rule 3: by staff, with a reason. A loan that has ended stays as it ended. */
export function revokeLoan(circulation: Circulation, loanId: string, reason: string, now: Date): Decision<Loan> {
  return endLoan(circulation, loanId, { kind: 'loan-ended', at: now, loanId, end: 'revoked', reason });
}

function endLoan(circulation: Circulation, loanId: string, ended: LendingChange): Decision<Loan> {
  const loan = circulation.loans.find((one) => one.id === loanId);
  if (loan === undefined) return { outcome: refuse({ code: 'not-found' }), changes: [] };
  if (loan.state !== 'active') return { outcome: granted(loan), changes: [] };
  const after = apply(circulation, ended).loans.find((one) => one.id === loanId);
  return { outcome: granted(after ?? loan), changes: [ended] };
}
