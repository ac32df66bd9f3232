import { addMs, day } from '../time';
import { isBarred, type Standing } from './standing';

/** A member's place in a title's queue (rule 9). */
export type Hold = HoldFacts & (Waiting | Ready | Fulfilled | Lapsed | Cancelled);

type HoldFacts = {
  readonly id: string;
  readonly memberId: string;
  readonly queueNumber: number;
  readonly placedAt: Date;
  /** Turns that passed untaken; the policy forgives so many. */
  readonly missedCount: number;
  /** Place kept, passed over. `until` null: until the member resumes. */
  readonly suspension: Suspension | null;
  /** The member's own, as they are now: not the hold's history. */
  readonly standing: Standing;
  readonly category: string | null;
};
export type Suspension = { readonly at: Date; readonly until: Date | null };

type Waiting = { readonly state: 'waiting' };
type Ready = { readonly state: 'ready'; readonly offerId: string; readonly readyAt: Date; readonly readyUntil: Date };
type Fulfilled = { readonly state: 'fulfilled'; readonly loanId: string; readonly endedAt: Date };
type Lapsed = { readonly state: 'lapsed'; readonly endedAt: Date; readonly endedReason: 'window-passed' };
type Cancelled = { readonly state: 'cancelled'; readonly endedAt: Date; readonly endedReason: CancelReason };

export type CancelReason =
  | 'by-member' | 'by-librarian' | 'title-withdrawn' | 'available-to-all' | 'account-erased' | 'suspended-too-long' | 'earlier-hold-restored';

export type WaitingHold = Extract<Hold, { state: 'waiting' }>;
export type ReadyHold = Extract<Hold, { state: 'ready' }>;
export type OpenHold = WaitingHold | ReadyHold;

export function isOpen(hold: Hold): hold is OpenHold {
  return hold.state === 'waiting' || hold.state === 'ready';
}

export function isWaiting(hold: Hold): hold is WaitingHold {
  return hold.state === 'waiting';
}

export function isReady(hold: Hold): hold is ReadyHold {
  return hold.state === 'ready';
}

/** Rules 9 and 10: a suspended or barred member keeps the place and is passed over. */
export function isPassedOver(hold: Hold, now: Date): boolean {
  return isSuspended(hold, now) || isBarred(hold.standing, now);
}

export function isSuspended({ suspension }: Hold, now: Date): boolean {
  return suspension !== null && (suspension.until === null || now < suspension.until);
}

/** A place is not kept for ever: a hold that has been suspended for so long ends. */
export const suspendedAtMostMs = 365 * day;

export function suspensionEndsHoldAt({ at }: Suspension): Date {
  return addMs(at, suspendedAtMostMs);
}
