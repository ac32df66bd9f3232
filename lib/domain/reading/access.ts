import { refuse, granted, type Outcome } from '../outcome';

/** What reading needs to know of a loan. */
export type LoanToRead = {
  readonly state: 'active' | 'returned' | 'expired' | 'revoked';
  readonly dueAt: Date;
  readonly endedAt: Date | null;
};

/** From the instant `dueAt` on, reading is refused, whether or not the cron task has run. */
export function mayRead(loan: LoanToRead, now: Date): Outcome<null> {
  if (loan.state !== 'active') return refuse({ code: 'loan-ended', endedAt: loan.endedAt ?? loan.dueAt, endedBy: loan.state });
  if (now >= loan.dueAt) return refuse({ code: 'loan-ended', endedAt: loan.dueAt, endedBy: 'expired' });
  return granted(null);
}
