import type { Aftermath } from '@/lib/adapters/postgres/circulation/change';
import type { Hold } from '@/lib/domain/lending/hold';
import type { Loan } from '@/lib/domain/lending/loan';
import { positionOf } from '@/lib/domain/lending/position';
import { renewalRefusal } from '@/lib/domain/lending/renew';
import { goodStanding } from '@/lib/domain/lending/standing';
import { estimateWait, type EstimatedWait } from '@/lib/domain/lending/wait';

/** A loan as its member is told of it, with the database's clock. */
export type LoanReport = { readonly loan: Loan; readonly titleId: string; readonly renewable: boolean; readonly now: Date };

/** A hold as its member is told of it. */
export type HoldReport = {
  readonly hold: Hold;
  readonly titleId: string;
  readonly position: number | null;
  readonly estimatedWait: EstimatedWait | null;
  readonly copies: number;
  readonly now: Date;
};

export function reportLoan(loan: Loan, { circulation, borrower, now }: Pick<Aftermath, 'circulation' | 'borrower' | 'now'>): LoanReport {
  const { standing, category } = borrower ?? { standing: goodStanding, category: null };
  return { loan, titleId: circulation.title.id, renewable: renewalRefusal(circulation, loan, { standing, category }, now) === null, now };
}

/** As it stands at the end: who resumes while a copy lies free has the turn in the same breath. */
export function reportHold(decided: Hold, { circulation, before, aheadCount, pace, now }: Pick<Aftermath, 'circulation' | 'before' | 'aheadCount' | 'pace' | 'now'>): HoldReport {
  const hold = circulation.holds.find((one) => one.id === decided.id) ?? decided;
  const position = positionOf(hold, aheadCount ?? 0, before, circulation, now);
  const copies = circulation.copies.filter((copy) => copy.retiringAt === null && copy.retiredAt === null).length;
  const estimatedWait = position === null ? null : estimateWait(circulation, position, pace, now);
  return { hold, titleId: circulation.title.id, position, estimatedWait, copies, now };
}
