import { eventsOfLoan, loanOfLibrary, type DatabaseLoan, type LoanEvent } from '@/lib/adapters/postgres/loan-database';
import { namingMoment } from './naming-moment';
import { readTitleLendings } from './read-title-lendings';

export type LoanRecord = { readonly loan: DatabaseLoan; readonly events: readonly LoanEvent[]; /** How many wait for the title: said before a loan is extended. */ readonly waitingCount: number };

/** One loan with what happened to it, for staff; null: no such loan. */
export async function readAnyLoan(loanId: string): Promise<LoanRecord | null> {
  const [loan, events] = await Promise.all([loanOfLibrary(loanId, await namingMoment()), eventsOfLoan(loanId)]);
  if (loan === null) return null;
  const lending = loan.state === 'active' ? (await readTitleLendings([loan.titleId], null)).get(loan.titleId) : undefined;
  return { loan, events, waitingCount: lending?.waitingCount ?? 0 };
}
