import { granted, refuse } from '../outcome';
import type { Refusal } from '../refusal';
import { applyAll } from './apply';
import { usableCopies } from './availability';
import type { Decision, LendingChange, TurnawayKind } from './changes';
import type { Borrower, Circulation, Moment } from './circulation';
import { isOpen } from './hold';
import { isForAll } from './licence';
import { grantsOfOffer, walkInGrants } from './licence-choice';
import { isRunning, type ActiveLoan, type Loan } from './loan';
import { loanPeriodNow, termsFor } from './policy';
import { isBlocked, isBarred } from './standing';
import { estimateWait, type Pace } from './wait';

/** What a refusal tells: how many wait before this member, and how fast the library's copies come home. */
export type Outlook = { readonly holdsAhead: number; readonly pace: Pace };

export type Borrowed = { readonly loan: Loan; readonly began: boolean };

/**
 * Rule 5: one active loan of a title a member; asking again answers with the first. Borrowing closes the member's open
 * hold as fulfilled, as a walk-in or from an offer. `circulation` is settled: a copy that is free now is owed to nobody.
 */
export function borrow(circulation: Circulation, borrower: Borrower, outlook: Outlook, moment: Moment): Decision<Borrowed> {
  const { now } = moment;
  const running = runningLoanOf(circulation, borrower.memberId, now);
  if (running !== undefined) return { outcome: granted({ loan: running, began: false }), changes: [] };
  if (circulation.title.state === 'unpublished') return { outcome: refuse({ code: 'not-found' }), changes: [] };
  if (circulation.title.state === 'withdrawn') return refused({ code: 'title-withdrawn' }, now);
  if (isBarred(borrower.standing, now)) return refused(barredRefusal(borrower, now), now);

  const periodMs = periodOf(circulation, borrower);
  const hold = circulation.holds.filter(isOpen).find((one) => one.memberId === borrower.memberId);
  const grants = hold?.state === 'ready' ? grantsOfOffer(circulation, hold, periodMs, now) : walkInGrants(circulation, periodMs, now);
  if (grants.length === 0 && usableCopies(circulation).length === 0) return turnedAway({ code: 'licence-ended' }, borrower, now);
  if (grants.length === 0) return turnedAway(noCopyAvailable(circulation, outlook, now), borrower, now);
  const isAtLimit = borrower.runningLoans.length >= borrower.limits.loanLimit;
  // Loans of simultaneous use do not count towards the limit.
  const grant = isAtLimit ? grants.find(({ licence }) => isForAll(licence)) : grants[0];
  if (grant === undefined) return refused({ code: 'loan-limit-reached', limit: borrower.limits.loanLimit, loans: borrower.runningLoans }, now);

  const loanId = moment.freshId();
  const began: LendingChange = { kind: 'loan-began', at: now, loanId, memberId: borrower.memberId, licenceId: grant.licence.id, copyId: grant.copyId, dueAt: grant.until };
  // The offer's use ends before the loan's begins: the copy passes over in one instant.
  const changes: LendingChange[] = hold === undefined ? [began] : [{ kind: 'hold-fulfilled', at: now, holdId: hold.id, loanId }, began];
  const loan = applyAll(circulation, changes).loans.find((one) => one.id === loanId);
  if (loan === undefined) throw new TypeError('a loan that began is in the circulation');
  return { outcome: granted({ loan, began: true }), changes };
}

/** How long a loan of this title is for this member, at this moment. */
export function periodOf(circulation: Circulation, { category }: Pick<Borrower, 'category'>): number {
  return loanPeriodNow(termsFor(circulation.title, category), { waitingCount: circulation.waitingCount ?? 0, copyCount: usableCopies(circulation).length });
}

export function runningLoanOf({ loans }: Circulation, memberId: string, now: Date): ActiveLoan | undefined {
  return loans.filter((loan) => isRunning(loan, now)).find((loan) => loan.memberId === memberId);
}

export function barredRefusal({ standing }: Pick<Borrower, 'standing'>, now: Date): Refusal {
  if (isBlocked(standing, now)) return { code: 'member-blocked', cause: 'blocked', blockedUntil: standing.blockedUntil };
  return { code: 'member-blocked', cause: 'membership-ended', blockedUntil: null };
}

function noCopyAvailable(circulation: Circulation, { pace, holdsAhead }: Outlook, now: Date): Refusal & { code: 'no-copy-available' } {
  return { code: 'no-copy-available', holdsAhead, copies: usableCopies(circulation).length, estimatedWait: estimateWait(circulation, holdsAhead + 1, pace, now) };
}

/** A turnaway is demand that found no free copy (rule 8). */
function turnedAway(refusal: Refusal & { code: Extract<TurnawayKind, Refusal['code']> }, { memberId }: Borrower, at: Date): Decision<never> {
  return { outcome: refuse(refusal), changes: [{ kind: 'turned-away', at, memberId, turnaway: refusal.code }] };
}

/** Other refusals are only events. */
function refused(refusal: Refusal, at: Date): Decision<never> {
  return { outcome: refuse(refusal), changes: [{ kind: 'refused', at, act: 'borrow', code: refusal.code }] };
}
