import { applyAll } from './apply';
import { availableToWalkIn, isForEverybody, usableCopies } from './availability';
import { periodOf, runningLoanOf } from './borrow';
import type { Borrower, Circulation } from './circulation';
import type { OpenHold } from './hold';
import { isForAll } from './licence';
import { grantsOfOffer, walkInGrants, type Grant } from './licence-choice';
import type { ActiveLoan } from './loan';
import { positionOf } from './position';
import { openHoldOf } from './queue';
import type { Refusal } from '../refusal';
import { renewalRefusal, renewedUntil } from './renew';
import { whatHasEnded } from './settle';
import { isBarred } from './standing';
import { estimateWait, type EstimatedWait, type Pace } from './wait';

/** What one person sees of a title's lending at this moment; looking changes nothing. */
export type TitleLending = {
  readonly now: Date;
  readonly copies: { readonly total: number; readonly available: number; readonly simultaneousUse: boolean };
  readonly waitingCount: number;
  readonly loan: ActiveLoan | null;
  readonly renewal: { readonly allowed: true; readonly until: Date } | { readonly allowed: false; readonly refusal: Refusal } | null;
  readonly hold: OpenHold | null;
  readonly position: number | null;
  readonly estimatedWait: EstimatedWait | null;
  readonly action: TitleAction;
};

/**
 * The one thing that fits: a union, so that an impossible button cannot be written. `shortenedUntil` is said before the
 * tap: no licence grants the full period, and the loan would end then.
 */
export type TitleAction =
  | { readonly kind: 'read'; readonly loanId: string; readonly dueAt: Date }
  | { readonly kind: 'take-offer'; readonly holdId: string; readonly readyUntil: Date; readonly shortenedUntil: Date | null }
  | { readonly kind: 'in-queue'; readonly holdId: string; readonly position: number; readonly estimatedWait: EstimatedWait | null }
  | { readonly kind: 'borrow'; readonly loanPeriodMs: number; readonly shortenedUntil: Date | null }
  | { readonly kind: 'join-queue'; readonly position: number; readonly estimatedWait: EstimatedWait | null }
  | { readonly kind: 'loan-limit'; readonly limit: number }
  | { readonly kind: 'hold-limit'; readonly limit: number }
  | { readonly kind: 'barred'; readonly blockedUntil: Date | null }
  | { readonly kind: 'unavailable'; readonly because: 'licence-ended' | 'title-withdrawn' | 'unpublished' };

type Seen = { readonly circulation: Circulation; readonly borrower: Borrower | null; readonly aheadCount: number | null; readonly pace: Pace; readonly now: Date };

/** `settle` computed in memory; an offer not yet made reads waiting, position 1. */
export function titleLending({ circulation: before, borrower, aheadCount, pace, now }: Seen): TitleLending {
  const circulation = applyAll(before, whatHasEnded(before, now));
  const memberId = borrower?.memberId ?? '';
  const loan = runningLoanOf(circulation, memberId, now) ?? null;
  const hold = openHoldOf(circulation, memberId) ?? null;
  const position = hold === null ? null : positionOf(hold, aheadCount ?? 0, before, circulation, now);
  const waitingCount = circulation.waitingCount ?? 0;
  const nextPosition = position ?? waitingCount + 1;
  const lending = {
    now,
    copies: copiesOf(circulation, now),
    waitingCount,
    loan,
    renewal: loan === null || borrower === null ? null : renewalOf(circulation, loan, borrower, now),
    hold,
    position,
    estimatedWait: hold?.state === 'ready' ? null : estimateWait(circulation, nextPosition, pace, now),
  };
  return { ...lending, action: actionOf(circulation, borrower, lending, nextPosition) };
}

/** Under simultaneous use there is always one more. */
function copiesOf(circulation: Circulation, now: Date): TitleLending['copies'] {
  const simultaneousUse = isForEverybody(circulation);
  return { total: usableCopies(circulation).length + (simultaneousUse ? 1 : 0), available: availableToWalkIn(circulation, now), simultaneousUse };
}

function renewalOf(circulation: Circulation, loan: ActiveLoan, borrower: Borrower, now: Date): TitleLending['renewal'] {
  const refusal = renewalRefusal(circulation, loan, borrower, now);
  return refusal === null ? { allowed: true, until: renewedUntil(circulation, loan, borrower.category, now) ?? loan.dueAt } : { allowed: false, refusal };
}

function actionOf(circulation: Circulation, borrower: Borrower | null, lending: Omit<TitleLending, 'action'>, position: number): TitleAction {
  const { loan, hold, copies, estimatedWait, now } = lending;
  const periodMs = periodOf(circulation, borrower ?? { category: null });
  if (loan !== null) return { kind: 'read', loanId: loan.id, dueAt: loan.dueAt };
  if (circulation.title.state === 'withdrawn') return { kind: 'unavailable', because: 'title-withdrawn' };
  if (circulation.title.state === 'unpublished') return { kind: 'unavailable', because: 'unpublished' };
  if (borrower !== null && isBarred(borrower.standing, now)) return { kind: 'barred', blockedUntil: borrower.standing.blockedUntil };
  if (hold?.state === 'ready') return { kind: 'take-offer', holdId: hold.id, readyUntil: hold.readyUntil, shortenedUntil: shortened(grantsOfOffer(circulation, hold, periodMs, now)[0]) };
  if (hold !== null && copies.available === 0) return { kind: 'in-queue', holdId: hold.id, position, estimatedWait };
  if (copies.total === 0) return { kind: 'unavailable', because: 'licence-ended' };
  const grants = walkInGrants(circulation, periodMs, now);
  const isAtLimit = borrower !== null && borrower.runningLoans.length >= borrower.limits.loanLimit;
  const grant = isAtLimit ? grants.find(({ licence }) => isForAll(licence)) : grants[0];
  if (grant !== undefined) return { kind: 'borrow', loanPeriodMs: periodMs, shortenedUntil: shortened(grant) };
  if (copies.available > 0) return { kind: 'loan-limit', limit: borrower?.limits.loanLimit ?? 0 };
  if (borrower !== null && borrower.openHoldCount >= borrower.limits.holdLimit) return { kind: 'hold-limit', limit: borrower.limits.holdLimit };
  return { kind: 'join-queue', position, estimatedWait };
}

function shortened(grant: Grant | undefined): Date | null {
  return grant === undefined || grant.isFull ? null : grant.until;
}
