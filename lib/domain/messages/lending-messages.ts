import type { LendingChange } from '../lending/changes';
import type { Circulation } from '../lending/circulation';
import type { CancelReason } from '../lending/hold';
import { addMs, day } from '../time';
import type { MessageKind, OutgoingMessage } from './message';

const newsFor = 7 * day;

/** What the people concerned are told of a change. `after` is the state after all changes of the same transaction. */
export function messagesOf(change: LendingChange, after: Circulation): readonly OutgoingMessage[] {
  if (change.kind === 'offer-made') return yourTurn(change, after);
  if (change.kind === 'loan-ended') return loanEnded(change, after);
  if (change.kind === 'offer-missed') return toHolder(after, change.holdId, 'turn-missed', change.at);
  if (change.kind === 'hold-lapsed') return toHolder(after, change.holdId, 'hold-lapsed', change.at);
  if (change.kind === 'hold-restored' || (change.kind === 'miss-undone' && change.resumes)) return toHolder(after, change.holdId, 'hold-restored', change.at);
  if (change.kind === 'hold-cancelled' && isNews(change.reason))
    return toHolder(after, change.holdId, 'hold-cancelled', change.at, { reason: change.reason, ...(change.note === undefined ? {} : { note: change.note }) });
  return [];
}

/** What members did themselves they know; of a hold that gave way to their own earlier one they are told as restored. */
function isNews(reason: CancelReason): boolean {
  return reason !== 'by-member' && reason !== 'account-erased' && reason !== 'earlier-hold-restored';
}

/** "It is your turn" is said when a copy is set aside, and not when it was taken in the same instant. */
function yourTurn(change: LendingChange & { kind: 'offer-made' }, after: Circulation): OutgoingMessage[] {
  const hold = after.holds.find((one) => one.id === change.holdId);
  if (hold?.state !== 'ready') return [];
  const { holdId, offerId, readyUntil } = change;
  return [{ kind: 'your-turn', memberId: hold.memberId, key: `your-turn:${offerId}`, validUntil: readyUntil, facts: { holdId, readyUntil: readyUntil.toISOString() } }];
}

function loanEnded(change: LendingChange & { kind: 'loan-ended' }, after: Circulation): OutgoingMessage[] {
  const loan = after.loans.find((one) => one.id === change.loanId);
  if (loan === undefined || change.end === 'returned') return [];
  const kind = change.end === 'revoked' ? 'loan-revoked' : 'loan-ended';
  const facts = { loanId: loan.id, endedAt: change.at.toISOString(), ...(change.reason === null ? {} : { reason: change.reason }) };
  return [{ kind, memberId: loan.memberId, key: `${kind}:${loan.id}`, validUntil: addMs(change.at, newsFor), facts }];
}

function toHolder(after: Circulation, holdId: string, kind: MessageKind, at: Date, more: Record<string, string> = {}): OutgoingMessage[] {
  const hold = after.holds.find((one) => one.id === holdId);
  if (hold === undefined) return [];
  return [{ kind, memberId: hold.memberId, key: `${kind}:${holdId}:${at.toISOString()}`, validUntil: addMs(at, newsFor), facts: { holdId, endedAt: at.toISOString(), ...more } }];
}
