import { returnLoan as end } from '@/lib/domain/lending/end-loan';
import type { Outcome } from '@/lib/domain/outcome';
import type { Act } from '../act';
import { actOnOwnLoan } from './act-on-own-loan';
import type { LoanReport } from './lending-reports';

/** A member gives a loan back before its time; returning twice answers with the ended loan. */
export async function returnLoan(loanId: string, memberId: string, act: Act, time?: { at: Date }): Promise<Outcome<LoanReport>> {
  return actOnOwnLoan({ loanId, memberId, act, what: ['return', loanId], time, decide: (circulation, _, now) => end(circulation, loanId, now) });
}
