import { whereIsLoan } from '@/lib/adapters/postgres/lending-lookup';
import { extend } from '@/lib/domain/lending/renew';
import type { Outcome } from '@/lib/domain/outcome';
import type { Act } from '../act';
import { actAt } from './act-at';
import { reportLoan, type LoanReport } from './lending-reports';

/** A librarian extends a loan by a period, whoever waits; the licence's end stands, and a metered loan is used. */
export async function extendLoan(loanId: string, act: Act, time?: { at: Date }): Promise<Outcome<LoanReport & { waiting: number }>> {
  const place = await whereIsLoan(loanId);
  return actAt(place, { act, what: ['extend', loanId], time }, {
    memberId: place?.memberId ?? undefined,
    loanId,
    measureQueue: true,
    decide: ({ circulation, borrower }, { now }) => extend(circulation, loanId, borrower?.category ?? null, now),
    report: (loan, aftermath) => ({ ...reportLoan(loan, aftermath), waiting: aftermath.circulation.waitingCount ?? 0 }),
  });
}
