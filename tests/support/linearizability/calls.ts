import type { ApiClient, Reply } from '../api-client';
import type { Random } from '../random';
import type { Answer, Facts, Op } from './title-model';

/** What a member has been given: the last loan and the last hold. */
export type Known = { loanId?: string; holdId?: string };

/** What a member does next, most often what makes or frees something for the others. */
export function anOp(memberId: string, { loanId, holdId }: Known, random: Random, now = Date.now()): Op {
  const act = random.pick(['borrow', 'borrow', 'borrow', 'placeHold', 'placeHold', 'look', 'returnLoan', 'returnLoan', 'renew', 'cancelHold', 'suspendHold', 'resumeHold', 'passOffer'] as const);
  if ((act === 'returnLoan' || act === 'renew') && loanId !== undefined) return { act, memberId, loanId };
  if ((act === 'cancelHold' || act === 'resumeHold' || act === 'passOffer') && holdId !== undefined) return { act, memberId, holdId };
  if (act === 'suspendHold' && holdId !== undefined) return { act, memberId, holdId, until: random.chance(0.5) ? null : wholeSecondAfter(now, random.between(1, 3)) };
  return { act: act === 'placeHold' || act === 'look' ? act : 'borrow', memberId };
}

/** A librarian revokes a loan, running or not, or changes how many copies there are. */
export function aStaffOp(loanIds: readonly string[], random: Random): Op {
  if (loanIds.length > 0 && random.chance(0.4)) return { act: 'revokeLoan', loanId: random.pick(loanIds) };
  return { act: 'changeCopies', count: random.pick([0, 1, 1, 2, 2, 3]) };
}

// what the clock decides it decides on whole seconds
function wholeSecondAfter(now: number, seconds: number): number {
  return Math.ceil(now / 1000 + seconds) * 1000;
}

export function callOf(client: ApiClient, titleId: string, op: Op): Promise<Reply> {
  switch (op.act) {
    case 'borrow':
      return client.call('POST', `/api/titles/${titleId}/loans`);
    case 'placeHold':
      return client.call('POST', `/api/titles/${titleId}/holds`);
    case 'cancelHold':
      return client.call('DELETE', `/api/holds/${op.holdId}`);
    case 'suspendHold':
      return client.call('PUT', `/api/holds/${op.holdId}/suspension`, { until: op.until === null ? null : new Date(op.until).toISOString() });
    case 'resumeHold':
      return client.call('DELETE', `/api/holds/${op.holdId}/suspension`);
    case 'passOffer':
      return client.call('POST', `/api/holds/${op.holdId}/pass`);
    case 'revokeLoan':
      return client.call('POST', `/api/admin/loans/${op.loanId}/revocation`, { reason: 'rusak' });
    case 'changeCopies':
      return client.call('PUT', `/api/admin/titles/${titleId}/copies`, { count: op.count });
    case 'returnLoan':
      return client.call('POST', `/api/loans/${op.loanId}/return`);
    case 'renew':
      return client.call('POST', `/api/loans/${op.loanId}/renewals`);
    case 'look':
      return client.call('GET', `/api/titles/${titleId}`);
    case 'sweep':
      throw new TypeError('a sweep is no call');
  }
}

type Json = Readonly<Record<string, unknown>>;

export function answerOf(op: Op, { status, json }: Reply): Answer {
  if (status === 503) return { status: 'unknown', facts: {} };
  if (status >= 500 || (status >= 400 && typeof json['code'] !== 'string')) throw new Error(`${op.act} answered ${status}: ${JSON.stringify(json)}`);
  if (status >= 400) return { status: 'refused', code: String(json['code']), facts: json['code'] === 'no-copy-available' ? { holdsAhead: Number(json['holdsAhead']) } : {} };
  // the title that this answers with was read after the deed: it tells nothing of its instant
  if (op.act === 'changeCopies') return { status: 'granted', now: null, facts: {} };
  return { status: 'granted', now: Date.parse(String(json['now'])), facts: op.act === 'look' ? seenFacts(json) : 'borrowedAt' in json ? loanFacts(json) : holdFacts(json) };
}

function loanFacts(json: Json): Facts {
  const { id, state, renewals } = json as { id: string; state: string; renewals: number };
  return { id, state, borrowedAt: instant(json['borrowedAt']), dueAt: instant(json['dueAt']), endedAt: instant(json['endedAt']), renewals };
}

function holdFacts(json: Json): Facts {
  const { id, state, position } = json as { id: string; state: string; position: number | null };
  return { id, state, position, readyUntil: instant(json['readyUntil']), suspendedAt: instant(json['suspendedAt']), suspendedUntil: instant(json['suspendedUntil']) };
}

function seenFacts(json: Json): Facts {
  const { copies, holds, mine } = json as { copies: { total: number; available: number }; holds: { total: number }; mine: { loan: { id: string; dueAt: string } | null; hold: { id: string; state: string; position: number | null; suspendedAt: string | null; suspendedUntil: string | null } | null } };
  return {
    available: copies.available, total: copies.total, waiting: holds.total, loan: mine.loan?.id ?? null, dueAt: instant(mine.loan?.dueAt),
    hold: mine.hold?.id ?? null, state: mine.hold?.state ?? null, position: mine.hold?.position ?? null,
    suspendedAt: instant(mine.hold?.suspendedAt), suspendedUntil: instant(mine.hold?.suspendedUntil),
  };
}

function instant(text: unknown): number | null {
  return text === null || text === undefined ? null : Date.parse(String(text));
}
