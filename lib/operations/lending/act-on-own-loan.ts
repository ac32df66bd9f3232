import { whereIsLoan } from '@/lib/adapters/postgres/lending-lookup';
import type { Decision } from '@/lib/domain/lending/changes';
import type { Borrower, Circulation } from '@/lib/domain/lending/circulation';
import type { Loan } from '@/lib/domain/lending/loan';
import type { Outcome } from '@/lib/domain/outcome';
import { actOnOwn, type ByOwner } from './act-on-own';
import { reportLoan, type LoanReport } from './lending-reports';

type OwnLoan = ByOwner & {
  readonly loanId: string;
  readonly measureQueue?: boolean;
  readonly decide: (circulation: Circulation, borrower: Borrower | null, now: Date) => Decision<Loan>;
};

/** One rule on a member's own loan. */
export async function actOnOwnLoan({ loanId, measureQueue = false, decide, ...by }: OwnLoan): Promise<Outcome<LoanReport>> {
  return actOnOwn(await whereIsLoan(loanId), by, { loanId, measureQueue, decide: ({ circulation, borrower }, { now }) => decide(circulation, borrower, now), report: reportLoan });
}
