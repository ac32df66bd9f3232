import { randomUUID } from 'node:crypto';
import type { Actor } from '@/lib/domain/actor';
import { applyAll } from '@/lib/domain/lending/apply';
import type { Decision } from '@/lib/domain/lending/changes';
import type { Circulation, Moment } from '@/lib/domain/lending/circulation';
import { outageBetween } from '@/lib/domain/lending/outage';
import { settle } from '@/lib/domain/lending/settle';
import { granted, refuse, type Outcome } from '@/lib/domain/outcome';
import { claimKey, keepAnswer, type IdempotencyKey } from '../idempotency';
import { inTransaction, type Send, type Tx } from '../transaction';
import { creditRunningOffers } from './credit';
import { loadCirculation, type Loaded, type Need } from './load';
import { saveCirculations } from './save';

/** What a rule sees: the title's lending, settled, with the facts that were loaded beside it. */
export type Scene = Loaded & { readonly before: Circulation };

/** What is true after the act, for telling the one who asked. */
export type Aftermath = Scene;

export type LendingChangeRequest<T, R> = Need & {
  readonly actor: Actor;
  /** One rule of lib/domain/lending decides. */
  readonly decide: (scene: Scene, moment: Moment) => Decision<T>;
  /** Turns the rule's value into what the caller is told; it is what a repeated call with the same key gets again. */
  readonly report: (value: T, aftermath: Aftermath) => R;
  readonly idempotency?: IdempotencyKey | undefined;
};

/**
 * The one way in which lending changes: lock member, then title; read the clock after the lock; settle; let one rule
 * decide; settle what it set free; save what differs with events and messages; commit. A refusal commits too.
 * `at` hands in another time: for tests and the demonstration only.
 */
export async function changeCirculation<T, R>(request: LendingChangeRequest<T, R>, { at }: { at?: Date } = {}): Promise<Outcome<R>> {
  // A silence of the heartbeat burns nobody's turn: it is credited before anything is settled, in transactions of its own.
  for (let outagesSeen = 0; ; outagesSeen += 1) {
    const result = await inTransaction((tx, send) => change(tx, send, request, at));
    if (result !== 'outage-first') return result;
    if (outagesSeen > 2) throw new Error('an outage stays uncredited');
    await creditRunningOffers();
  }
}

async function change<T, R>(tx: Tx, send: Send, request: LendingChangeRequest<T, R>, at: Date | undefined): Promise<Outcome<R> | 'outage-first'> {
  // before the locks: a repeated call does not wait for what the first one waits for
  const answered = request.idempotency === undefined ? null : await claimKey<R>(tx, request.idempotency);
  if (answered !== null) return answered;
  // Sent together, carried out in this order: what is loaded is read after both locks.
  const memberLocked = request.memberId === undefined ? null : tx.query({ name: 'lock-member', text: 'SELECT 1 FROM "Member" WHERE "id" = $1 FOR NO KEY UPDATE', values: [request.memberId] });
  const titleLocked = tx.query({ name: 'lock-title', text: 'SELECT 1 FROM "Title" WHERE "id" = $1 FOR NO KEY UPDATE', values: [request.titleId] });
  const [loaded] = await Promise.all([loadCirculation(tx, request, at), memberLocked, titleLocked]);
  if (loaded === null) return refuse({ code: 'not-found' });
  if (at === undefined && hasUncreditedOutage(loaded)) return 'outage-first';

  const moment: Moment = { now: loaded.now, freshId: randomUUID };
  const first = settle(loaded.circulation, moment);
  const { outcome, changes } = request.decide({ ...loaded, before: loaded.circulation, circulation: first.after }, moment);
  const last = settle(applyAll(first.after, changes), moment);
  saveCirculations(send, [
    { titleId: request.titleId, actor: request.actor, before: loaded.circulation, after: last.after, changes: [...first.changes, ...changes, ...last.changes], now: loaded.now },
  ]);

  const answer = outcome.ok ? granted(request.report(outcome.value, { ...loaded, before: loaded.circulation, circulation: last.after })) : outcome;
  if (request.idempotency !== undefined) keepAnswer(send, request.idempotency, answer);
  return answer;
}

/** By the clock that stamps the heartbeat, not by the title's time: that is ahead of it after the clock was set back. */
export function hasUncreditedOutage({ lastBeatAt, outageOpen, clockAt }: Loaded): boolean {
  return outageOpen || (lastBeatAt !== null && outageBetween(lastBeatAt, clockAt) !== null);
}
