import { sweepCirculations } from '@/lib/adapters/postgres/circulation/sweep';
import { ApiClient } from '../api-client';
import { eventually } from '../eventually';
import type { Random } from '../random';
import { isLong } from '../rounds';
import { answerOf, anOp, aStaffOp, callOf, type Known } from './calls';
import { linearize, type Recorded, type Verdict } from './linearize';
import { titleModel, type Answer, type Op } from './title-model';

export type Caller = { readonly memberId: string; readonly client: ApiClient };
export type Call = Recorded<Op, Answer>;
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

export type Play = {
  readonly titleId: string;
  readonly members: readonly Caller[];
  /** Who revokes loans and changes the number of copies in between; none where nobody does. */
  readonly librarian?: ApiClient;
  readonly servers: readonly string[];
  readonly callsEach: number;
  readonly random: Random;
  readonly pauseAtMostMs: number;
  /** Where sweeps go on record. One settles every title that is being played, so it belongs to the history of each. */
  readonly sweeps: Call[];
};

/** Each member calls on its own, on one server or the other, while the clockwork sweeps now and then; what all saw is, with the sweeps, the title's history. */
export async function playTitle(play: Play): Promise<readonly Call[]> {
  const history: Call[] = [];
  const loanIds: string[] = [];
  let over = false;
  const clockwork = sweeping(play, () => over);
  try {
    // all of them come to their end, also when one cannot go on
    const ends = await Promise.allSettled([...play.members.map((member) => oneMember(member, play, history, loanIds)), atTheDesk(play, history, loanIds)]);
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
    return history;
  } finally {
    over = true;
    await clockwork;
  }
}

async function oneMember({ memberId, client }: Caller, play: Play, history: Call[], loanIds: string[]): Promise<void> {
  const { callsEach, random } = play;
  const known: Known = {};
  for (let made = 0; made < callsEach; made += 1) {
    const { op, answer } = await oneCall({ by: memberId, client, choose: () => anOp(memberId, known, random) }, play, history);
    if (answer.status === 'unknown') return;
    if (answer.status === 'refused') continue;
    if (op.act === 'borrow') loanIds.push((known.loanId = String(answer.facts['id'])));
    if (op.act === 'placeHold') known.holdId = String(answer.facts['id']);
  }
}

/** Half as many acts as a member has: a title whose copies come and go all the time would lend little. */
async function atTheDesk(play: Play, history: Call[], loanIds: readonly string[]): Promise<void> {
  const { librarian: client, callsEach, random } = play;
  if (client === undefined) return;
  for (let made = 0; made < callsEach / 2; made += 1) {
    await pause(random.between(0, play.pauseAtMostMs));
    const { answer } = await oneCall({ by: 'desk', client, choose: () => aStaffOp(loanIds, random) }, play, history);
    if (answer.status === 'unknown') return;
  }
}

async function oneCall({ by, client, choose }: { by: string; client: ApiClient; choose: () => Op }, { titleId, servers, random, pauseAtMostMs }: Play, history: Call[]): Promise<Call> {
  await pause(random.between(0, random.chance(0.2) ? pauseAtMostMs : 5));
  const op = choose();
  client.url = random.pick(servers);
  const invokedAt = Date.now();
  const reply = await callOf(client, titleId, op);
  const answer = answerOf(op, reply);
  // it may take effect for as long as a transaction of the server may last; who was left in the dark asks no more
  const respondedAt = Date.now() + (answer.status === 'unknown' ? transactionAtMostMs : 0);
  const call = { client: by, op, answer, invokedAt, respondedAt };
  history.push(call);
  return call;
}

async function sweeping({ random, pauseAtMostMs, sweeps }: Play, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    await pause(random.between(0, pauseAtMostMs));
    const invokedAt = Date.now();
    const swept = await sweepCirculations().catch(() => null);
    // one that broke off may have settled a title all the same
    if (swept?.titleCount === 0) continue;
    sweeps.push({ client: 'clock', op: { act: 'sweep' }, answer: { status: 'granted', now: null, facts: {} }, invokedAt, respondedAt: Date.now() });
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

export type Terms = { readonly copies: number; readonly loanPeriodMs: number; readonly pickupWindowMs: number };

// A server that takes seconds to answer leaves nearly every order open: such a history stays undecided rather than outlast its test.
const statesAtMost = isLong ? 500_000 : 20_000;

export function judge(history: readonly Call[], terms: Terms, startedAt: number): Verdict<Op, Answer> {
  return linearize(history, titleModel({ ...terms, startedAt }), { statesAtMost });
}

/** A history that no order explains, for whoever has to find out why: how far the best order came, and what could not follow. */
export function told(verdict: Verdict<Op, Answer> & { kind: 'violation' }): string {
  const line = ({ client, op, answer, invokedAt, respondedAt }: Call) => `${invokedAt}-${respondedAt} ${client.slice(0, 4)} ${JSON.stringify(op)} -> ${JSON.stringify(answer)}`;
  return ['the longest order that the rules explain:', ...verdict.longest.map(line), 'none of these can follow:', ...verdict.stuckOn.map(line)].join('\n');
}
