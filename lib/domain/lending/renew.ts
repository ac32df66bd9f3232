import { granted, refuse } from '../outcome';
import type { Refusal } from '../refusal';
import { addMs } from '../time';
import { apply } from './apply';
import { eligibleInLine, unreserved } from './availability';
import { barredRefusal } from './borrow';
import type { Decision, LendingChange } from './changes';
import type { Borrower, Circulation } from './circulation';
import { grantedUntil } from './licence';
import type { Loan } from './loan';
import { termsFor } from './policy';
import { isBarred } from './standing';

/**
 * Rule 6: so many renewals, only in the window before the loan's end, extending from `dueAt`, never while others wait.
 * It uses up a loan of a metered licence and does not outlive the licence. One rule for page, message and desk.
 */
export function renew(circulation: Circulation, loanId: string, borrower: Borrower, now: Date): Decision<Loan> {
  return renewUnless(circulation, loanId, borrower.category, now, (loan) => renewalRefusal(circulation, loan, borrower, now));
}

/** A librarian extends by a period whatever the renewals, the window and the queue say; the licence's end stands. */
export function extend(circulation: Circulation, loanId: string, category: string | null, now: Date): Decision<Loan> {
  return renewUnless(circulation, loanId, category, now, (loan) => hindrance(circulation, loan, category, now));
}

function renewUnless(circulation: Circulation, loanId: string, category: string | null, now: Date, refusalOf: (loan: Loan) => Refusal | null): Decision<Loan> {
  const loan = circulation.loans.find((one) => one.id === loanId);
  if (loan === undefined) return { outcome: refuse({ code: 'not-found' }), changes: [] };
  const refusal = refusalOf(loan);
  if (refusal !== null) return { outcome: refuse(refusal), changes: [{ kind: 'refused', at: now, act: 'renew', code: refusal.code }] };
  const renewed: LendingChange = { kind: 'loan-renewed', at: now, loanId, dueAt: renewedUntil(circulation, loan, category, now) ?? loan.dueAt };
  const after = apply(circulation, renewed).loans.find((one) => one.id === loanId);
  return { outcome: granted(after ?? loan), changes: [renewed] };
}

/** Why a loan cannot be renewed at this moment; null: it can. The button, the message and the desk ask the same. */
export function renewalRefusal(circulation: Circulation, loan: Loan, borrower: Pick<Borrower, 'standing' | 'category'>, now: Date): Refusal | null {
  const { renewalLimit, renewalWindowMs } = termsFor(circulation.title, borrower.category);
  const hindered = hindrance(circulation, loan, borrower.category, now);
  if (hindered !== null) return hindered;
  if (isBarred(borrower.standing, now)) return barredRefusal(borrower, now);
  if (loan.renewalCount >= renewalLimit) return { code: 'renewal-limit-reached', limit: renewalLimit };
  const renewableFrom = addMs(loan.dueAt, -renewalWindowMs);
  if (now < renewableFrom) return { code: 'renewal-too-early', renewableFrom };
  const waiting = eligibleInLine(circulation, now).length;
  if (waiting > 0) return { code: 'others-waiting', waiting: Math.max(waiting, circulation.waitingCount ?? 0) };
  return null;
}

/** What hinders everybody, a librarian too. */
function hindrance(circulation: Circulation, loan: Loan, category: string | null, now: Date): Refusal | null {
  if (loan.state !== 'active') return { code: 'loan-ended', endedAt: loan.endedAt, endedBy: loan.state };
  if (loan.dueAt <= now) return { code: 'loan-ended', endedAt: loan.dueAt, endedBy: 'expired' };
  if (circulation.title.state === 'withdrawn') return { code: 'title-withdrawn' };
  if (renewedUntil(circulation, loan, category, now) === null) return { code: 'licence-ended' };
  return null;
}

/** Until when a renewal would go; null: the licence grants no more time, or no more loans. */
export function renewedUntil(circulation: Circulation, loan: Loan, category: string | null, now: Date): Date | null {
  const licenceId = circulation.uses.find((use) => use.id === loan.id)?.licenceId;
  const licence = circulation.licences.find((one) => one.id === licenceId);
  if (licence === undefined || licence.end !== null || unreserved(circulation, licence, now) === 0) return null;
  const until = grantedUntil(licence, loan.dueAt, termsFor(circulation.title, category).loanPeriodMs);
  return until > loan.dueAt ? until : null;
}
