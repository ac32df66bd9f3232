import { applyAll } from '@/lib/domain/lending/apply';
import { borrow } from '@/lib/domain/lending/borrow';
import type { Decision } from '@/lib/domain/lending/changes';
import type { Circulation, Moment } from '@/lib/domain/lending/circulation';
import { changeCopyCount } from '@/lib/domain/lending/copy-count';
import { returnLoan, revokeLoan } from '@/lib/domain/lending/end-loan';
import { isWaiting, isSuspended, type Hold } from '@/lib/domain/lending/hold';
import type { Loan } from '@/lib/domain/lending/loan';
import { cancelHold, openHoldOf, placeHold } from '@/lib/domain/lending/queue';
import { renew } from '@/lib/domain/lending/renew';
import { settle } from '@/lib/domain/lending/settle';
import { passOffer, resumeHold, suspendHold } from '@/lib/domain/lending/suspend';
import { titleLending } from '@/lib/domain/lending/title-lending';
import type { Outcome } from '@/lib/domain/outcome';
import { emptyCirculation, aBorrower } from '../pure-library';
import type { Model, Recorded } from './linearize';

/** What a client asks of one title. A sweep is the clockwork's; it may pass a title by that somebody else holds. */
export type Op =
  | { readonly act: 'borrow' | 'placeHold' | 'look'; readonly memberId: string }
  | { readonly act: 'returnLoan' | 'renew'; readonly memberId: string; readonly loanId: string }
  | { readonly act: 'cancelHold' | 'resumeHold' | 'passOffer'; readonly memberId: string; readonly holdId: string }
  | { readonly act: 'suspendHold'; readonly memberId: string; readonly holdId: string; readonly until: number | null }
  // a librarian's
  | { readonly act: 'revokeLoan'; readonly loanId: string }
  | { readonly act: 'changeCopies'; readonly count: number }
  | { readonly act: 'sweep' };

/** An answer, cut to what the model answers too. Instants in milliseconds; `now` is the instant of the decision. */
export type Answer = { readonly status: 'granted'; readonly now: number | null; readonly facts: Facts } | { readonly status: 'refused'; readonly code: string; readonly facts: Facts }
  /** The server was too busy to say: it may have happened, now or a little later, or never. */
  | { readonly status: 'unknown'; readonly facts: Facts };
export type Facts = Readonly<Record<string, string | number | null>>;

export type TitleState = { readonly circulation: Circulation; readonly at: number; readonly drawn: number };
type Call = Recorded<Op, Answer>;
type Draw = { readonly drawn: number; readonly freshId: string | null };

/** One title and its members, with the rules of lib/domain/lending themselves, times short. The only other thing that it knows is who asked. */
export function titleModel({ copies, loanPeriodMs, pickupWindowMs, startedAt }: { copies: number; loanPeriodMs: number; pickupWindowMs: number; startedAt: number }): Model<TitleState, Op, Answer> {
  const empty = emptyCirculation(copies);
  const circulation = { ...empty, title: { ...empty.title, terms: { ...empty.title.terms, loanPeriodMs, pickupWindowMs } } };
  return { initial: { circulation, at: startedAt, drawn: 0 }, next, key };
}

function next(state: TitleState, call: Call): readonly TitleState[] {
  if (call.op.act === 'look' && call.answer.status === 'unknown') return [state];
  if (call.op.act === 'look') return instants(state, call).some((at) => isSame(lookedAt(state, call, at), call.answer)) ? [state] : [];
  const mayNotHaveBeen = call.op.act === 'sweep' || call.answer.status === 'unknown';
  const moves = instants(state, call).flatMap((at) =>
    startingPoints(state, call.op).flatMap((from) => {
      const { after, answer } = act(from, call, at);
      return mayNotHaveBeen || isSame(answer, call.answer) ? [after] : [];
    }),
  );
  return mayNotHaveBeen ? [...moves, state] : moves;
}

/**
 * When may it have been? An answer that tells its instant was given then. Else at the earliest possible, or on either side
 * of each whole second: nothing ends at any other time, and nothing is reckoned finer.
 */
function instants({ at }: TitleState, { answer, invokedAt, respondedAt }: Call): readonly number[] {
  const earliest = Math.max(at, invokedAt);
  if (earliest > respondedAt) return [];
  const told = answer.status === 'granted' ? answer.now : null;
  if (told !== null) return told >= earliest && told <= respondedAt ? [told] : [];
  const seconds: number[] = [];
  for (let second = Math.ceil(earliest / 1000) * 1000; second <= respondedAt; second += 1000) seconds.push(second, second + 1);
  return [...new Set([earliest, ...seconds.filter((one) => one <= respondedAt)])];
}

/** Which of several copies leaves, where they come home at the same second, is nobody's to know: each of them may be the one. */
function startingPoints(state: TitleState, op: Op): readonly TitleState[] {
  if (op.act !== 'changeCopies') return [state];
  return ordersOf(state.circulation.copies.filter((copy) => copy.retiredAt === null)).map((copies) => ({ ...state, circulation: { ...state.circulation, copies } }));
}

function ordersOf<T>(all: readonly T[]): readonly (readonly T[])[] {
  if (all.length < 2) return [all];
  return all.flatMap((first, at) => ordersOf(all.filter((_, other) => other !== at)).map((rest) => [first, ...rest]));
}

/** As changeCirculation does it: settle, one rule, settle. */
export function act(state: TitleState, { op, answer }: Call, at: number): { after: TitleState; answer: Answer } {
  const draw: Draw = { drawn: state.drawn + 1, freshId: answer.status === 'granted' ? String(answer.facts['id']) : null };
  let made = 0;
  const moment: Moment = { now: new Date(at), freshId: () => `offer ${draw.drawn} ${(made += 1)}` };
  const first = settle(state.circulation, moment);
  const { outcome, changes } = decide(first.after, op, draw, { ...moment, freshId: op.act === 'changeCopies' ? moment.freshId : () => draw.freshId ?? 'nobody’s' });
  const last = settle(applyAll(first.after, changes), moment);
  return { after: { circulation: last.after, at, drawn: draw.drawn }, answer: answerOf(outcome, last.after, at) };
}

function decide(circulation: Circulation, op: Op, { drawn }: Draw, moment: Moment): Decision<unknown> {
  switch (op.act) {
    case 'borrow':
      return borrow(circulation, borrowerOf(op.memberId), { holdsAhead: aheadOf(circulation, op.memberId, moment.now), pace: null }, moment);
    case 'placeHold':
      return placeHold(circulation, borrowerOf(op.memberId), drawn, moment);
    case 'cancelHold':
      return cancelHold(circulation, op.holdId, { reason: 'by-member' }, moment.now);
    case 'suspendHold':
      return suspendHold(circulation, op.holdId, op.until === null ? null : new Date(op.until), moment.now);
    case 'resumeHold':
      return resumeHold(circulation, op.holdId, moment.now);
    case 'passOffer':
      return passOffer(circulation, op.holdId, moment.now);
    case 'revokeLoan':
      return revokeLoan(circulation, op.loanId, 'rusak', moment.now);
    case 'changeCopies':
      return changeCopyCount(circulation, op.count, null, moment);
    case 'returnLoan':
      return returnLoan(circulation, op.loanId, moment.now);
    case 'renew':
      return renew(circulation, op.loanId, borrowerOf(op.memberId), moment.now);
    case 'look':
    case 'sweep':
      return { outcome: { ok: true, value: null }, changes: [] };
  }
}

const borrowerOf = (memberId: string) => aBorrower(memberId, { limits: { loanLimit: 1000, holdLimit: 1000 } });

export function lookedAt({ circulation }: TitleState, { op }: Call, at: number): Answer {
  const now = new Date(at);
  const memberId = op.act === 'look' ? op.memberId : '';
  // as they are marked: settling counts those whose suspension is over
  const seen = titleLending({ circulation: { ...circulation, waitingCount: circulation.holds.filter(isWaiting).filter(({ suspension }) => suspension === null).length }, borrower: borrowerOf(memberId), aheadCount: aheadOf(circulation, memberId, now), pace: null, now });
  const { loan, hold, position, copies, waitingCount } = seen;
  return {
    status: 'granted', now: at,
    facts: { available: copies.available, total: copies.total, waiting: waitingCount, loan: loan?.id ?? null, dueAt: loan?.dueAt.getTime() ?? null, hold: hold?.id ?? null, state: hold?.state ?? null, position, ...suspensionOf(hold) },
  };
}

function waitingIn({ holds }: Circulation, now: Date): readonly Hold[] {
  return holds.filter(isWaiting).filter((hold) => !isSuspended(hold, now));
}

function aheadOf(circulation: Circulation, memberId: string, now: Date): number {
  const own = openHoldOf(circulation, memberId)?.queueNumber ?? Infinity;
  return waitingIn(circulation, now).filter((hold) => hold.queueNumber < own).length;
}

function answerOf(outcome: Outcome<unknown>, after: Circulation, at: number): Answer {
  if (!outcome.ok) return { status: 'refused', code: outcome.refusal.code, facts: outcome.refusal.code === 'no-copy-available' ? { holdsAhead: outcome.refusal.holdsAhead } : {} };
  if (typeof outcome.value === 'number') return { status: 'granted', now: at, facts: {} };
  const value = outcome.value as { loan?: Loan; hold?: Hold } & (Loan | Hold | null);
  const told = value?.loan ?? value?.hold ?? value;
  const id = told === null ? null : told.id;
  const loan = after.loans.find((one) => one.id === id);
  const hold = after.holds.find((one) => one.id === id);
  if (loan !== undefined) return { status: 'granted', now: at, facts: loanFacts(loan) };
  return { status: 'granted', now: at, facts: hold === undefined ? {} : holdFacts(hold, after, new Date(at)) };
}

function holdFacts(hold: Hold, circulation: Circulation, now: Date): Facts {
  const position = hold.state === 'waiting' ? aheadOf(circulation, hold.memberId, now) + 1 : null;
  return { id: hold.id, state: hold.state, position, readyUntil: hold.state === 'ready' ? hold.readyUntil.getTime() : null, ...suspensionOf(hold) };
}

function suspensionOf(hold: Hold | null): Facts {
  return { suspendedAt: hold?.suspension?.at.getTime() ?? null, suspendedUntil: hold?.suspension?.until?.getTime() ?? null };
}

function loanFacts(loan: Loan): Facts {
  return { id: loan.id, state: loan.state, borrowedAt: loan.borrowedAt.getTime(), dueAt: loan.dueAt.getTime(), endedAt: loan.state === 'active' ? null : loan.endedAt.getTime(), renewals: loan.renewalCount };
}

function isSame(mine: Answer, theirs: Answer): boolean {
  if (mine.status !== theirs.status) return false;
  if (mine.status === 'refused' && theirs.status === 'refused' && mine.code !== theirs.code) return false;
  return Object.entries(mine.facts).every(([name, fact]) => theirs.facts[name] === fact) && Object.keys(mine.facts).length === Object.keys(theirs.facts).length;
}

/** Ids of offers and of copies are nobody's business: two states that differ in them alone are the same. */
function key({ circulation: { loans, holds, copies, uses }, at }: TitleState): string {
  const whose = (id: string) => holds.find((hold) => hold.state === 'ready' && hold.offerId === id)?.id ?? id;
  const running = uses.filter((use) => use.until.getTime() > at);
  return JSON.stringify([
    at,
    [...loans].sort(byId),
    [...holds].sort(byId).map((hold) => ({ ...hold, offerId: undefined, queueNumber: undefined })),
    [...holds].filter(isWaiting).sort((a, b) => a.queueNumber - b.queueNumber).map(({ id }) => id),
    copies.filter((copy) => copy.retiredAt === null).map((copy) => JSON.stringify([copy.retiringAt !== null, running.filter((use) => use.copyId === copy.id).map((use) => whose(use.id))])).sort(),
  ]);
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
