import { eventsOfLoan, loanOfLibrary, type DatabaseLoan, type LoanEvent } from '@/lib/adapters/postgres/loan-database';
import { namingMoment } from './naming-moment';

export type LoanRecord = { readonly loan: DatabaseLoan; readonly events: readonly LoanEvent[] };

/** One loan with what happened to it, for staff; null: no such loan. */
export async function readAnyLoan(loanId: string): Promise<LoanRecord | null> {
  const [loan, events] = await Promise.all([loanOfLibrary(loanId, await namingMoment()), eventsOfLoan(loanId)]);
  return loan === null ? null : { loan, events };
}
