import { changeCirculation } from '@/lib/adapters/postgres/circulation/change';
import { whereIsLoan } from '@/lib/adapters/postgres/lending-lookup';
import type { Decision } from '@/lib/domain/lending/changes';
import type { Borrower, Circulation } from '@/lib/domain/lending/circulation';
import type { Loan } from '@/lib/domain/lending/loan';
import { refuse, type Outcome } from '@/lib/domain/outcome';
import { keyOf, type Act } from '../act';
import { reportLoan, type LoanReport } from './lending-reports';

type OwnLoan = {
  readonly loanId: string;
  readonly memberId: string;
  readonly act: Act;
  /** What an idempotency key stands for. */
  readonly what: readonly unknown[];
  readonly measureQueue?: boolean;
  readonly time: { readonly at?: Date } | undefined;
  readonly decide: (circulation: Circulation, borrower: Borrower | null, now: Date) => Decision<Loan>;
};

/** One rule on a member's own loan; somebody else's is not there. */
export async function actOnOwnLoan({ loanId, memberId, act, what, measureQueue = false, time, decide }: OwnLoan): Promise<Outcome<LoanReport>> {
  const place = await whereIsLoan(loanId);
  if (place === null || place.memberId !== memberId) return refuse({ code: 'not-found' });
  return changeCirculation(
    {
      titleId: place.titleId,
      memberId,
      loanId,
      measureQueue,
      actor: act.actor,
      idempotency: keyOf(act, what),
      decide: ({ circulation, borrower }, { now }) => decide(circulation, borrower, now),
      report: reportLoan,
    },
    time ?? {},
  );
}
