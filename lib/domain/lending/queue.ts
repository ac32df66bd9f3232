import { granted, refuse } from '../outcome';
import type { Refusal } from '../refusal';
import { apply } from './apply';
import { freeCopies, isForEverybody, usableCopies } from './availability';
import { barredRefusal, runningLoanOf } from './borrow';
import type { Decision, LendingChange } from './changes';
import type { Borrower, Circulation, Moment } from './circulation';
import { isOpen, type CancelReason, type Hold, type OpenHold } from './hold';
import { isBarred } from './standing';

export type Placed = { readonly hold: Hold; readonly placed: boolean };

/**
 * Rule 9: first come, first served, by a number drawn in the database after the title's lock. Queueing twice answers
 * with the hold. A copy that is free can be borrowed at once, so there is nothing to queue for.
 */
export function placeHold(circulation: Circulation, borrower: Borrower, queueNumber: number, moment: Moment): Decision<Placed> {
  const { now } = moment;
  const open = openHoldOf(circulation, borrower.memberId);
  if (open !== undefined) return { outcome: granted({ hold: open, placed: false }), changes: [] };
  if (circulation.title.state === 'unpublished') return { outcome: refuse({ code: 'not-found' }), changes: [] };
  const loan = runningLoanOf(circulation, borrower.memberId, now);
  if (loan !== undefined) return refused({ code: 'already-borrowed', loanId: loan.id, dueAt: loan.dueAt }, now);
  if (circulation.title.state === 'withdrawn') return refused({ code: 'title-withdrawn' }, now);
  if (isBarred(borrower.standing, now)) return refused(barredRefusal(borrower, now), now);
  if (isForEverybody(circulation)) return refused({ code: 'copy-available' }, now);
  if (usableCopies(circulation).length === 0) return refused({ code: 'licence-ended' }, now);
  if (freeCopies(circulation, now).length > 0) return refused({ code: 'copy-available' }, now);
  if (borrower.openHoldCount >= borrower.limits.holdLimit) return refused({ code: 'hold-limit-reached', limit: borrower.limits.holdLimit }, now);

  const { memberId } = borrower;
  const placed: LendingChange = { kind: 'hold-placed', at: now, holdId: moment.freshId(), memberId, queueNumber };
  const hold = apply(circulation, placed).holds.find((one) => one.id === placed.holdId);
  if (hold === undefined) throw new TypeError('a hold that was placed is in the circulation');
  return { outcome: granted({ hold, placed: true }), changes: [placed, { kind: 'turned-away', at: now, memberId, turnaway: 'hold-placed' }] };
}

/** An ended hold answers as it ended: cancelling twice is no error. An offer's copy is free for the next at this instant. */
export function cancelHold(circulation: Circulation, holdId: string, because: { readonly reason: CancelReason; readonly note?: string }, now: Date): Decision<Hold> {
  const hold = circulation.holds.find((one) => one.id === holdId);
  if (hold === undefined) return { outcome: refuse({ code: 'not-found' }), changes: [] };
  if (!isOpen(hold)) return { outcome: granted(hold), changes: [] };
  const cancelled: LendingChange = { kind: 'hold-cancelled', at: now, holdId, ...because };
  const after = apply(circulation, cancelled).holds.find((one) => one.id === holdId);
  return { outcome: granted(after ?? hold), changes: [cancelled] };
}

export function openHoldOf({ holds }: Circulation, memberId: string): OpenHold | undefined {
  return holds.filter(isOpen).find((hold) => hold.memberId === memberId);
}

function refused(refusal: Refusal, at: Date): Decision<never> {
  return { outcome: refuse(refusal), changes: [{ kind: 'refused', at, act: 'place-hold', code: refusal.code }] };
}
