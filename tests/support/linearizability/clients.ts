import { sweepCirculations } from '@/lib/adapters/postgres/circulation/sweep';
import { ApiClient, type Reply } from '../api-client';
import { eventually } from '../eventually';
import type { Random } from '../random';
import { linearize, type Recorded, type Verdict } from './linearize';
import { titleModel, type Answer, type Facts, type Op } from './title-model';

export type Caller = { readonly memberId: string; readonly client: ApiClient };
type Call = Recorded<Op, Answer>;
const transactionAtMostMs = 20_000;

/** So many members, registered and logged in; a session is good on every server. */
export async function callers(count: number, url: string): Promise<readonly Caller[]> {
  return Promise.all(
    Array.from({ length: count }, async () => {
      // a server that has just been started on a busy machine may still be catching its breath
      return eventually(() => aCaller(url).catch(() => null), { withinMs: 120_000 });
    }),
  );
}

async function aCaller(url: string): Promise<Caller | null> {
  const client = await ApiClient.newMember(url);
  const me = await client.call('GET', '/api/me');
  return me.status === 200 ? { memberId: String(me.json['id']), client } : null;
}

export type Play = { readonly titleId: string; readonly members: readonly Caller[]; readonly servers: readonly string[]; readonly callsEach: number; readonly random: Random; readonly pauseAtMostMs: number };

/** Each member calls on its own, on one server or the other, while the clockwork sweeps now and then; what all saw is the title's history. */
export async function playTitle(play: Play): Promise<readonly Call[]> {
  const history: Call[] = [];
  let over = false;
  const clockwork = sweeping(play, history, () => over);
  try {
    // all of them come to their end, also when one cannot go on
    const ends = await Promise.allSettled(play.members.map((member) => oneMember(member, play, history)));
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
    return history;
  } finally {
    over = true;
    await clockwork;
  }
}

async function oneMember({ memberId, client }: Caller, { titleId, servers, callsEach, random, pauseAtMostMs }: Play, history: Call[]): Promise<void> {
  const known: { loanId?: string; holdId?: string } = {};
  for (let made = 0; made < callsEach; made += 1) {
    await pause(random.between(0, random.chance(0.2) ? pauseAtMostMs : 5));
    const op = anOp(memberId, known, random);
    client.url = random.pick(servers);
    const invokedAt = Date.now();
    const reply = await call(client, titleId, op);
    const answer = answerOf(op, reply);
    // it may take effect for as long as a transaction of the server may last; who was left in the dark asks no more
    const respondedAt = Date.now() + (answer.status === 'unknown' ? transactionAtMostMs : 0);
    if (op.act === 'borrow' && answer.status === 'granted') known.loanId = String(answer.facts['id']);
    if (op.act === 'placeHold' && answer.status === 'granted') known.holdId = String(answer.facts['id']);
    history.push({ client: memberId, op, answer, invokedAt, respondedAt });
    if (answer.status === 'unknown') return;
  }
}

async function sweeping({ random, pauseAtMostMs }: Play, history: Call[], isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    await pause(random.between(0, pauseAtMostMs));
    const invokedAt = Date.now();
    // one that broke off may have settled the title all the same
    await sweepCirculations().catch(() => undefined);
    history.push({ client: 'clock', op: { act: 'sweep' }, answer: { status: 'granted', now: null, facts: {} }, invokedAt, respondedAt: Date.now() });
  }
}

function anOp(memberId: string, { loanId, holdId }: { loanId?: string; holdId?: string }, random: Random): Op {
  const act = random.pick(['borrow', 'borrow', 'borrow', 'placeHold', 'placeHold', 'look', 'returnLoan', 'returnLoan', 'renew', 'cancelHold'] as const);
  if ((act === 'returnLoan' || act === 'renew') && loanId !== undefined) return { act, memberId, loanId };
  if (act === 'cancelHold' && holdId !== undefined) return { act, memberId, holdId };
  return { act: act === 'placeHold' || act === 'look' ? act : 'borrow', memberId };
}

function call(client: ApiClient, titleId: string, op: Op): Promise<Reply> {
  switch (op.act) {
    case 'borrow':
      return client.call('POST', `/api/titles/${titleId}/loans`);
    case 'placeHold':
      return client.call('POST', `/api/titles/${titleId}/holds`);
    case 'cancelHold':
      return client.call('DELETE', `/api/holds/${op.holdId}`);
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

function answerOf(op: Op, { status, json }: Reply): Answer {
  if (status === 503) return { status: 'unknown', facts: {} };
  if (status >= 500 || (status >= 400 && typeof json['code'] !== 'string')) throw new Error(`${op.act} answered ${status}: ${JSON.stringify(json)}`);
  if (status >= 400) return { status: 'refused', code: String(json['code']), facts: json['code'] === 'no-copy-available' ? { holdsAhead: Number(json['holdsAhead']) } : {} };
  return { status: 'granted', now: Date.parse(String(json['now'])), facts: op.act === 'look' ? seenFacts(json) : 'borrowedAt' in json ? loanFacts(json) : holdFacts(json) };
}

function loanFacts(json: Json): Facts {
  const { id, state, renewals } = json as { id: string; state: string; renewals: number };
  return { id, state, borrowedAt: instant(json['borrowedAt']), dueAt: instant(json['dueAt']), endedAt: instant(json['endedAt']), renewals };
}

function holdFacts(json: Json): Facts {
  const { id, state, position } = json as { id: string; state: string; position: number | null };
  return { id, state, position, readyUntil: instant(json['readyUntil']) };
}

function seenFacts(json: Json): Facts {
  const { copies, holds, mine } = json as { copies: { total: number; available: number }; holds: { total: number }; mine: { loan: { id: string; dueAt: string } | null; hold: { id: string; state: string; position: number | null } | null } };
  return {
    available: copies.available, total: copies.total, waiting: holds.total, loan: mine.loan?.id ?? null, dueAt: instant(mine.loan?.dueAt),
    hold: mine.hold?.id ?? null, state: mine.hold?.state ?? null, position: mine.hold?.position ?? null,
  };
}

function instant(text: unknown): number | null {
  return text === null || text === undefined ? null : Date.parse(String(text));
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

export type Terms = { readonly copies: number; readonly loanPeriodMs: number; readonly pickupWindowMs: number };

export function judge(history: readonly Call[], terms: Terms, startedAt: number): Verdict<Op, Answer> {
  return linearize(history, titleModel({ ...terms, startedAt }));
}

/** A history that no order explains, for whoever has to find out why: how far the best order came, and what could not follow. */
export function told(verdict: Verdict<Op, Answer> & { kind: 'violation' }): string {
  const line = ({ client, op, answer, invokedAt, respondedAt }: Call) => `${invokedAt}-${respondedAt} ${client.slice(0, 4)} ${JSON.stringify(op)} -> ${JSON.stringify(answer)}`;
  return ['the longest order that the rules explain:', ...verdict.longest.map(line), 'none of these can follow:', ...verdict.stuckOn.map(line)].join('\n');
}
