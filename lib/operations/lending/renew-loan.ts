import { renew } from '@/lib/domain/lending/renew';
import { refuse, type Outcome } from '@/lib/domain/outcome';
import type { Act } from '../act';
import { actOnOwnLoan } from './act-on-own-loan';
import type { LoanReport } from './lending-reports';

/** A member extends a loan from its dueAt (rule 6). */
export async function renewLoan(loanId: string, memberId: string, act: Act, time?: { at: Date }): Promise<Outcome<LoanReport>> {
  return actOnOwnLoan({
    loanId,
    memberId,
    act,
    what: ['renew', loanId],
    measureQueue: true,
    time,
    decide: (circulation, borrower, now) => (borrower === null ? { outcome: refuse({ code: 'not-found' }), changes: [] } : renew(circulation, loanId, borrower, now)),
  });
}
