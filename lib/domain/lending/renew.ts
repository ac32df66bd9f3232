import { granted, refuse } from '../outcome';
import type { Refusal } from '../refusal';
import { addMs, roundUpToSecond } from '../time';
import { apply } from './apply';
import { eligibleInLine } from './availability';
import { barredRefusal } from './borrow';
import type { Decision, LendingChange } from './changes';
import type { Borrower, Circulation } from './circulation';
import type { Loan } from './loan';
import { isBarred } from './standing';

/** Rule 6: so many renewals, only in the window before the loan's end, extending from `dueAt`, never while others wait. */
export function renew(circulation: Circulation, loanId: string, borrower: Borrower, now: Date): Decision<Loan> {
  const loan = circulation.loans.find((one) => one.id === loanId);
  if (loan === undefined) return { outcome: refuse({ code: 'not-found' }), changes: [] };
  const refusal = renewalRefusal(circulation, loan, borrower, now);
  if (refusal !== null) return { outcome: refuse(refusal), changes: [{ kind: 'refused', at: now, act: 'renew', code: refusal.code }] };
  const dueAt = roundUpToSecond(addMs(loan.dueAt, circulation.title.terms.loanPeriodMs));
  const renewed: LendingChange = { kind: 'loan-renewed', at: now, loanId, dueAt };
  const after = apply(circulation, renewed).loans.find((one) => one.id === loanId);
  return { outcome: granted(after ?? loan), changes: [renewed] };
}

/** Why a loan cannot be renewed at this moment; null: it can. The button, the message and the desk ask the same. */
export function renewalRefusal(circulation: Circulation, loan: Loan, borrower: Pick<Borrower, 'standing'>, now: Date): Refusal | null {
  const { renewalLimit, renewalWindowMs } = circulation.title.terms;
  if (loan.state !== 'active') return { code: 'loan-ended', endedAt: loan.endedAt, endedBy: loan.state };
  if (loan.dueAt <= now) return { code: 'loan-ended', endedAt: loan.dueAt, endedBy: 'expired' };
  if (circulation.title.state === 'withdrawn') return { code: 'title-withdrawn' };
  if (isBarred(borrower.standing, now)) return barredRefusal(borrower as Borrower, now);
  if (loan.renewalCount >= renewalLimit) return { code: 'renewal-limit-reached', limit: renewalLimit };
  const renewableFrom = addMs(loan.dueAt, -renewalWindowMs);
  if (now < renewableFrom) return { code: 'renewal-too-early', renewableFrom };
  const waiting = eligibleInLine(circulation, now).length;
  if (waiting > 0) return { code: 'others-waiting', waiting: Math.max(waiting, circulation.waitingCount ?? 0) };
  return null;
}
