import { granted, refuse } from '../outcome';
import type { Refusal } from '../refusal';
import { apply } from './apply';
import type { Decision, LendingChange } from './changes';
import type { Circulation } from './circulation';
import { isOpen, isReady, suspensionEndsHoldAt, type Hold, type OpenHold } from './hold';

/**
 * "Tunda": the place is kept and passed over, until a date or until resumed. Who is offered a copy and puts the hold off
 * lets that copy go on to the next at once. Changing the date does not begin the year anew.
 */
export function suspendHold(circulation: Circulation, holdId: string, until: Date | null, now: Date): Decision<Hold> {
  return onOpen(circulation, holdId, (hold) => {
    const endsAt = suspensionEndsHoldAt(hold.suspension ?? { at: now, until });
    if (until !== null && (until <= now || endsAt <= until)) return { code: 'suspension-out-of-range', after: now, before: endsAt };
    if (isReady(hold)) return { kind: 'offer-passed', at: now, holdId, until };
    if (hold.suspension !== null && hold.suspension.until?.getTime() === until?.getTime()) return null;
    return { kind: 'hold-suspended', at: now, holdId, until };
  });
}

/** "Lanjutkan": back in line with the number it always had. Never takes a running offer, but is first for the next copy. */
export function resumeHold(circulation: Circulation, holdId: string, now: Date): Decision<Hold> {
  return onOpen(circulation, holdId, (hold) => (hold.suspension === null ? null : { kind: 'hold-resumed', at: now, holdId }));
}

/** "Lewati": the offer goes on to the next at once; the hold is suspended with its place kept, and that is no miss. */
export function passOffer(circulation: Circulation, holdId: string, now: Date): Decision<Hold> {
  return onOpen(circulation, holdId, (hold) => {
    if (isReady(hold)) return { kind: 'offer-passed', at: now, holdId, until: null };
    return hold.suspension === null ? { code: 'no-offer' } : null;
  });
}

/** A refusal, a change, or null where the call has had its effect already and answers as it did. */
function onOpen(circulation: Circulation, holdId: string, decide: (hold: OpenHold) => Refusal | LendingChange | null): Decision<Hold> {
  const hold = circulation.holds.find((one) => one.id === holdId);
  if (hold === undefined) return { outcome: refuse({ code: 'not-found' }), changes: [] };
  if (!isOpen(hold)) return { outcome: refuse({ code: 'hold-ended', endedAt: hold.endedAt }), changes: [] };
  const decided = decide(hold);
  if (decided === null) return { outcome: granted(hold), changes: [] };
  if (!('kind' in decided)) return { outcome: refuse(decided), changes: [] };
  const after = apply(circulation, decided).holds.find((one) => one.id === holdId);
  return { outcome: granted(after ?? hold), changes: [decided] };
}
