import { changeCirculation } from '@/lib/adapters/postgres/circulation/change';
import { whereIsLoan } from '@/lib/adapters/postgres/lending-lookup';
import { extend } from '@/lib/domain/lending/renew';
import { refuse, type Outcome } from '@/lib/domain/outcome';
import { keyOf, type Act } from '../act';
import { reportLoan, type LoanReport } from './lending-reports';

/** A librarian extends a loan by a period, whoever waits; the licence's end stands, and a metered loan is used. */
export async function extendLoan(loanId: string, act: Act, time?: { at: Date }): Promise<Outcome<LoanReport & { waiting: number }>> {
  const place = await whereIsLoan(loanId);
  if (place === null) return refuse({ code: 'not-found' });
  return changeCirculation(
    {
      titleId: place.titleId,
      ...(place.memberId === null ? {} : { memberId: place.memberId }),
      loanId,
      measureQueue: true,
      actor: act.actor,
      idempotency: keyOf(act, ['extend', loanId]),
      decide: ({ circulation, borrower }, { now }) => extend(circulation, loanId, borrower?.category ?? null, now),
      report: (loan, aftermath) => ({ ...reportLoan(loan, aftermath), waiting: aftermath.circulation.waitingCount ?? 0 }),
    },
    time,
  );
}
