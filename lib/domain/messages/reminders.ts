import { suspensionEndsHoldAt } from '../lending/hold';
import { addMs, day } from '../time';
import type { OutgoingMessage } from './message';

type Addressed = OutgoingMessage & { readonly titleId: string };

export type RunningOffer = { readonly holdId: string; readonly offerId: string; readonly memberId: string; readonly titleId: string; readonly readyAt: Date; readonly readyUntil: Date };

/** "Your turn" is said again when half of the window is over; null: not now. */
export function turnReminder(offer: RunningOffer, now: Date): Addressed | null {
  const { holdId, offerId, memberId, titleId, readyAt, readyUntil } = offer;
  const half = addMs(readyAt, (readyUntil.getTime() - readyAt.getTime()) / 2);
  if (now < half || readyUntil <= now) return null;
  return { kind: 'your-turn-reminder', memberId, titleId, key: `your-turn-reminder:${offerId}`, validUntil: readyUntil, facts: { holdId, readyUntil: readyUntil.toISOString() } };
}

export type EndingLoan = { readonly loanId: string; readonly memberId: string; readonly titleId: string; readonly borrowedAt: Date; readonly dueAt: Date; readonly canRenew: boolean };

/** A loan is said to end when this is left of it. */
export const endingWithinMs = day;

/**
 * "Your loan ends", when 24 hours are left: to whom it had that much left when it began, or who can do something about it.
 * A loan of an hour that cannot be renewed is no news to the one who borrowed it a moment ago. Said again after a renewal.
 */
export function endingNotice(loan: EndingLoan, now: Date): Addressed | null {
  const { loanId, memberId, titleId, borrowedAt, dueAt, canRenew } = loan;
  const mark = addMs(dueAt, -endingWithinMs);
  if (now < mark || dueAt <= now) return null;
  if (!canRenew && mark < borrowedAt) return null;
  const facts = { loanId, dueAt: dueAt.toISOString(), renewable: canRenew ? 'yes' : 'no' };
  return { kind: 'loan-ending', memberId, titleId, key: `loan-ending:${loanId}:${dueAt.toISOString()}`, validUntil: dueAt, facts };
}

export type LongSuspension = { readonly holdId: string; readonly memberId: string; readonly titleId: string; readonly suspendedAt: Date; readonly suspendedUntil: Date | null };

/** A suspended hold's end is told so long before. */
const toldBeforeMs = 30 * day;

/** "Your place ends soon", once a suspension; not to whom a chosen date brings back in time. */
export function suspensionNotice({ holdId, memberId, titleId, suspendedAt, suspendedUntil }: LongSuspension, now: Date): Addressed | null {
  const endsAt = suspensionEndsHoldAt({ at: suspendedAt, until: suspendedUntil });
  if (now < addMs(endsAt, -toldBeforeMs) || endsAt <= now) return null;
  if (suspendedUntil !== null && suspendedUntil < endsAt) return null;
  return { kind: 'suspension-ending', memberId, titleId, key: `suspension-ending:${holdId}:${suspendedAt.toISOString()}`, validUntil: endsAt, facts: { holdId, endedAt: endsAt.toISOString() } };
}

export type WaitingInVain = { readonly holdId: string; readonly memberId: string; readonly titleId: string; readonly licenceId: string; readonly endedAt: Date };

const newsForMs = 7 * day;

/** "No licence is left", once for each last licence that ends; the place in the queue stays. */
export function licenceEndedNotice({ holdId, memberId, titleId, licenceId, endedAt }: WaitingInVain, now: Date): Addressed | null {
  const validUntil = addMs(endedAt, newsForMs);
  if (validUntil <= now) return null;
  return { kind: 'licence-ended', memberId, titleId, key: `licence-ended:${holdId}:${licenceId}`, validUntil, facts: { holdId, endedAt: endedAt.toISOString() } };
}
