import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { replayTitle } from '@/lib/adapters/postgres/circulation/replay';
import { violationsOf } from '@/lib/adapters/postgres/invariants';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { cancelHold } from '@/lib/operations/lending/cancel-hold';
import { declareOutage } from '@/lib/operations/lending/declare-outage';
import { finishOutages } from '@/lib/operations/lending/finish-outages';
import { listOutages } from '@/lib/operations/lending/list-outages';
import { previewOutage } from '@/lib/operations/lending/preview-outage';
import { returnLoan } from '@/lib/operations/lending/return-loan';
import { settleDue } from '@/lib/operations/lending/settle-due';
import { stampHeartbeat } from '@/lib/operations/lending/stamp-heartbeat';
import { addLicence } from '@/lib/operations/catalogue/add-licence';
import type { Act } from '@/lib/operations/act';
import { aHold, aLoan, aMember, aQueueOf, aTitle, byMember, perpetual, rowsOf } from '../../support/world';

/** What an outage does concerns the whole library: each test begins with an empty one, and leaves none of its policy. */
const empty = () => pool().query(`TRUNCATE "Title", "DeclaredOutage", "Outage", "Heartbeat" CASCADE; UPDATE "Policy" SET "forgivenPickups" = 1`);
// one now for a whole test: an outage that is named twice is the same to the second
let begunAt = 0;
beforeEach(async () => {
  await empty();
  begunAt = Math.floor(Date.now() / 1000) * 1000;
});
afterAll(async () => {
  await empty();
  await closePool();
});

const ago = (hours: number) => new Date(begunAt - hours * 3_600_000);
const hoursBetween = (a: Date, b: Date | undefined) => (b === undefined ? NaN : Math.round((b.getTime() - a.getTime()) / 3_600_000));
const reason = 'Jaringan kabupaten putus';

async function anAdmin(): Promise<Act> {
  return { actor: { kind: 'librarian', librarianId: await aMember({ role: 'admin' }), channel: 'web' } };
}

/** From so many hours ago until so many. */
async function declared(from: number, until: number, act?: Act): Promise<string> {
  const outcome = await declareOutage({ from: ago(from), until: ago(until), reason }, act ?? (await anAdmin()));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value.id;
}

async function preview(from: number, until: number) {
  const outcome = await previewOutage({ from: ago(from), until: ago(until) });
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}

const dueAtOf = async (loanId: string) => (await rowsOf<{ dueAt: Date }>('SELECT "dueAt" FROM "Loan" WHERE "id" = $1', [loanId]))[0]?.dueAt;
const creditsOf = (titleId: string) => rowsOf<{ kind: string; actorKind: string; outageId: string }>(`SELECT "kind", "actorKind", "facts"->>'outageId' AS "outageId" FROM "LendingEvent" WHERE "titleId" = $1 AND "facts" ? 'outageId' ORDER BY "id"`, [titleId]);

/** What the invariants and the event log say of a title after it all. */
async function wrongsOf(titleId: string) {
  return [...(await violationsOf([titleId])), ...(await replayTitle(titleId))];
}

/** One copy; who has queued had the turn from 32 hours ago until 8 hours ago and did not take it. */
async function aTurnMissed({ forgiven }: { forgiven: number }) {
  await pool().query('UPDATE "Policy" SET "forgivenPickups" = $1', [forgiven]);
  const titleId = await aTitle();
  await aLoan(titleId, await aMember(), { at: ago(72 + 32) });
  const [missed] = await aQueueOf(1, titleId, { at: ago(72 + 31) });
  await settleDue({ at: ago(32) });
  await settleDue({ at: ago(8) });
  if (missed === undefined) throw new Error('nobody queues');
  return { titleId, ...missed };
}
const holdsOf = (titleId: string) => rowsOf<{ id: string; state: string; missedCount: number; suspendedAt: Date | null; endedReason: string | null }>('SELECT "id", "state", "missedCount", "suspendedAt", "endedReason" FROM "Hold" WHERE "titleId" = $1 ORDER BY "queueNumber"', [titleId]);

/** So many titles that everybody can have, with so many loans of 72 hours each: since 20 hours ago, or over 8 hours ago. */
async function aCrowdOfReaders(titleCount: number, loansEach: number, state: 'active' | 'expired'): Promise<string[]> {
  const from = state === 'active' ? ago(20) : ago(80);
  const titles = await rowsOf<{ titleId: string }>(
    `WITH t AS (INSERT INTO "Title" ("title", "authors", "language", "subjects", "publishedAt", "lendingChangedAt", "createdAt") SELECT 'Judul', '{}', 'id', '{}', '2020-01-01', '2020-01-01', '2020-01-01' FROM generate_series(1, $1) RETURNING "id")
     INSERT INTO "Licence" ("titleId", "model", "createdAt") SELECT "id", 'simultaneous-use', '2020-01-01' FROM t RETURNING "titleId"`,
    [titleCount],
  );
  const titleIds = titles.map(({ titleId }) => titleId);
  await pool().query(
    `WITH m AS (INSERT INTO "Member" ("name") SELECT 'Pembaca' FROM generate_series(1, $2 * cardinality($1::uuid[])) RETURNING "id"),
       o AS (SELECT "id", ($1::uuid[])[1 + (row_number() OVER () - 1) / $2] AS "titleId" FROM m),
       u AS (INSERT INTO "CopyUse" ("id", "titleId", "licenceId", "licenceModel", "kind", "from", "until") SELECT o."id", o."titleId", l."id", l."model", 'loan', $3, $3::timestamptz + interval '72 hours' FROM o JOIN "Licence" l ON l."titleId" = o."titleId" RETURNING *)
     INSERT INTO "Loan" ("id", "titleId", "memberId", "borrowedAt", "dueAt", "state", "endedAt") SELECT "id", "titleId", "id", "from", "until", $4, CASE WHEN $4 = 'expired' THEN "until" END FROM u`,
    [titleIds, loansEach, from, state],
  );
  return titleIds;
}

describe('an outage that an admin declares', () => {
  test('gives running loans the overlap once, with an event each that says who declared it', async () => {
    const titleId = await aTitle({ copies: 2 });
    const [whole, part] = [await aLoan(titleId, await aMember(), { at: ago(20) }), await aLoan(titleId, await aMember(), { at: ago(8) })];
    expect(await preview(10, 6)).toMatchObject({ loanCount: 2, offerCount: 0, holdCount: 0, endedCount: 0 });
    const outageId = await declared(10, 6);
    expect(await rowsOf(`SELECT "facts" FROM "AuditEntry" WHERE "action" = 'outage-declared' AND "subjectId" = $1`, [outageId])).toEqual([{ facts: { from: ago(10).toISOString(), until: ago(6).toISOString() } }]);
    expect([hoursBetween(whole.dueAt, await dueAtOf(whole.id)), hoursBetween(part.dueAt, await dueAtOf(part.id))]).toEqual([4, 2]);
    expect(await creditsOf(titleId)).toEqual([1, 2].map(() => ({ kind: 'loan-credited', actorKind: 'librarian', outageId })));
    expect(await wrongsOf(titleId)).toEqual([]);
    expect(await listOutages()).toEqual([expect.objectContaining({ id: outageId, isDeclared: true, reason, loanCount: 2, offerCount: 0, holdCount: 0, endedCount: 0, finishedAt: expect.any(Date) })]);
  });

  test('that overlaps another gives only what the other did not', async () => {
    const titleId = await aTitle();
    const loan = await aLoan(titleId, await aMember(), { at: ago(20) });
    await declared(10, 6);
    expect((await preview(10, 6)).loanCount).toBe(0);
    await declared(10, 6);
    expect(hoursBetween(loan.dueAt, await dueAtOf(loan.id))).toBe(4);
    expect((await preview(12, 5)).loanCount).toBe(1);
    await declared(12, 5);
    expect(hoursBetween(loan.dueAt, await dueAtOf(loan.id))).toBe(7);
    expect(await wrongsOf(titleId)).toEqual([]);
  });

  test('two that are declared at the same instant give once', async () => {
    const titleId = await aTitle({ copies: 3 });
    const loans = [await aLoan(titleId, await aMember(), { at: ago(20) }), await aLoan(titleId, await aMember(), { at: ago(19) })];
    await Promise.all([declared(10, 6), declared(10, 6), declared(9, 5)]);
    await finishOutages();
    for (const loan of loans) expect(hoursBetween(loan.dueAt, await dueAtOf(loan.id))).toBe(5);
  });

  test('gives an offer nothing for the time that the heartbeat noticed and credited', async () => {
    const titleId = await aTitle();
    await aLoan(titleId, await aMember(), { at: ago(72 + 10) });
    await aQueueOf(1, titleId, { at: ago(72 + 9) });
    await settleDue({ at: ago(10) });
    const readyUntil = async () => (await rowsOf<{ readyUntil: Date }>('SELECT "readyUntil" FROM "Hold" WHERE "titleId" = $1', [titleId]))[0]?.readyUntil;
    const before = (await readyUntil()) ?? new Date(NaN);
    await pool().query('INSERT INTO "Heartbeat" ("id", "at") VALUES (1, $1)', [ago(2)]);
    await stampHeartbeat();
    expect(hoursBetween(before, await readyUntil())).toBe(2);
    expect((await preview(2, 0.01)).offerCount).toBe(0);
    await declared(4, 0.01);
    expect(hoursBetween(before, await readyUntil())).toBe(4);
    expect(await wrongsOf(titleId)).toEqual([]);
    expect((await listOutages()).map(({ isDeclared, offerCount }) => [isDeclared, offerCount])).toEqual([[false, 1], [true, 1]]);
  });

  test('is cut at the licence’s end', async () => {
    const titleId = await aTitle({ copies: 0 });
    const expiresAt = new Date(ago(20).getTime() + 73 * 3_600_000);
    await addLicence(titleId, { ...perpetual(1), terms: { model: 'metered-by-time', expiresAt, checkoutsLimit: null, loanLength: null } }, await anAdmin());
    await pool().query(`UPDATE "Copy" SET "addedAt" = '2020-01-01' WHERE "titleId" = $1`, [titleId]);
    const loan = await aLoan(titleId, await aMember(), { at: ago(20) });
    await declared(10, 6);
    expect(await dueAtOf(loan.id)).toEqual(expiresAt);
    expect((await preview(14, 11)).loanCount).toBe(0);
    expect(await violationsOf([titleId])).toEqual([]);
  });

  test('reaches every loan of a title that everybody can have, though they are without number', async () => {
    const titleId = await aTitle({ copies: 0 });
    await addLicence(titleId, { ...perpetual(0), terms: { model: 'simultaneous-use', expiresAt: null, checkoutsLimit: null, loanLength: null } }, await anAdmin());
    const loans = [];
    for (let reader = 0; reader < 4; reader += 1) loans.push(await aLoan(titleId, await aMember(), { at: ago(20) }));
    expect((await preview(10, 6)).loanCount).toBe(4);
    await declared(10, 6);
    for (const loan of loans) expect(hoursBetween(loan.dueAt, await dueAtOf(loan.id))).toBe(4);
    expect(await creditsOf(titleId)).toHaveLength(4);
    expect(await wrongsOf(titleId)).toEqual([]);
  });

  test('lists the loans that ended in it, and tells their members once', async () => {
    const [titleId, member] = [await aTitle(), await aMember({ name: 'Rahmah' })];
    const loan = await aLoan(titleId, member, { at: ago(72 + 8) });
    await settleDue();
    expect(await preview(10, 6)).toMatchObject({ loanCount: 0, endedCount: 1, ended: [{ loanId: loan.id, memberName: 'Rahmah', title: 'Sungai Barito' }] });
    await declared(10, 6);
    await declared(9, 7);
    expect(await rowsOf(`SELECT "memberId" FROM "Message" WHERE "kind" = 'loan-ended-in-outage' AND "channel" = 'notice' AND "titleId" = $1`, [titleId])).toEqual([{ memberId: member }]);
    expect(hoursBetween(loan.dueAt, await dueAtOf(loan.id))).toBe(0);
    expect(await wrongsOf(titleId)).toEqual([]);
  });

  test('lists those that time ended from its first instant until before its last, and none that was given back', async () => {
    const titleId = await aTitle({ copies: 4 });
    for (const hours of [10, 6, 5]) await aLoan(titleId, await aMember(), { at: ago(72 + hours) });
    const [early, returner] = [await aTitle(), await aMember()];
    await aLoan(early, await aMember(), { at: ago(72 + 11) });
    const returned = await aLoan(titleId, returner, { at: ago(20) });
    await returnLoan(returned.id, returner, byMember(returner), { at: ago(8) });
    await settleDue();
    expect((await preview(10, 6)).ended.map(({ endedAt }) => endedAt)).toEqual([ago(10)]);
    await declared(10, 6);
    expect((await listOutages()).map(({ endedCount }) => endedCount)).toEqual([1]);
  });

  test('reaches every title and every loan, and tells everybody, however many there are', async () => {
    const titles = await aCrowdOfReaders(101, 1, 'active');
    const [popular] = await aCrowdOfReaders(1, 501, 'active');
    await aCrowdOfReaders(1, 501, 'expired');
    await declared(10, 6);
    expect(await finishOutages()).toMatchObject({ isFinished: true });
    expect(await rowsOf(`SELECT "titleId" = $1 AS "isPopular", count(*) AS "count" FROM "Loan" WHERE "state" = 'active' AND "dueAt" = $2 GROUP BY 1 ORDER BY 1`, [popular, ago(-56)])).toEqual([{ isPopular: false, count: titles.length }, { isPopular: true, count: 501 }]);
    expect(await rowsOf(`SELECT count(*) AS "count" FROM "Message" WHERE "kind" = 'loan-ended-in-outage' AND "channel" = 'notice'`)).toEqual([{ count: 501 }]);
  });

  test('names nobody whose loan ended longer ago than names are kept', async () => {
    const titleId = await aTitle({ title: 'Lama sekali' });
    await aLoan(titleId, await aMember({ name: 'Rahmah' }), { at: ago(100 * 24 + 72) });
    await settleDue({ at: ago(100 * 24 - 1) });
    const { ended } = await preview(100 * 24 + 1, 100 * 24 - 1);
    expect(ended.filter((one) => one.titleId === titleId)).toEqual([expect.objectContaining({ memberId: null, memberName: null, memberNumber: null })]);
  });

  test('gives a turn that was missed in it back: with its number, told, and offered at once where the copy is free', async () => {
    const { titleId, holdId, memberId } = await aTurnMissed({ forgiven: 0 });
    expect(await holdsOf(titleId)).toEqual([expect.objectContaining({ state: 'lapsed' })]);
    expect((await preview(10, 6)).holdCount).toBe(1);
    await declared(10, 6);
    expect(await holdsOf(titleId)).toEqual([expect.objectContaining({ id: holdId, state: 'ready', missedCount: 0 })]);
    expect(await rowsOf(`SELECT "kind" FROM "Message" WHERE "memberId" = $1 AND "channel" = 'notice' AND "kind" IN ('hold-restored', 'your-turn') ORDER BY "id"`, [memberId])).toHaveLength(3);
    expect(await wrongsOf(titleId)).toEqual([]);
    expect((await preview(10, 6)).holdCount).toBe(0);
  });

  test.each([0, 1])('gives back also a turn that passed in it and that nobody has written down yet, misses forgiven: %i', async (forgiven) => {
    await pool().query('UPDATE "Policy" SET "forgivenPickups" = $1', [forgiven]);
    const titleId = await aTitle();
    await aLoan(titleId, await aMember(), { at: ago(72 + 32) });
    await aQueueOf(1, titleId, { at: ago(72 + 31) });
    await settleDue({ at: ago(32) });
    await declared(10, 6);
    expect(await holdsOf(titleId)).toEqual([expect.objectContaining({ state: 'ready', missedCount: 0, suspendedAt: null })]);
    expect(await wrongsOf(titleId)).toEqual([]);
  });

  test('gives a forgiven miss back once, and not a second time when it is declared again', async () => {
    const { titleId } = await aTurnMissed({ forgiven: 1 });
    expect((await preview(10, 6)).holdCount).toBe(1);
    await declared(10, 6);
    expect(await holdsOf(titleId)).toEqual([expect.objectContaining({ state: 'ready', missedCount: 0, suspendedAt: null })]);
    await declared(10, 6);
    expect((await creditsOf(titleId)).map(({ kind }) => kind)).toEqual(['miss-undone']);
    expect(await wrongsOf(titleId)).toEqual([]);
  });

  test('gives who has queued again since the earlier place for the later one', async () => {
    const { titleId, memberId, holdId } = await aTurnMissed({ forgiven: 0 });
    await aLoan(titleId, await aMember(), { at: ago(7) });
    const [ahead] = await aQueueOf(1, titleId, { at: ago(6.5) });
    const again = await aHold(titleId, memberId, { at: ago(6) });
    await declared(10, 6.9);
    expect(await holdsOf(titleId)).toEqual([
      expect.objectContaining({ id: holdId, state: 'waiting' }),
      expect.objectContaining({ id: ahead?.holdId, state: 'waiting' }),
      expect.objectContaining({ id: again.id, state: 'cancelled', endedReason: 'earlier-hold-restored' }),
    ]);
    expect(await wrongsOf(titleId)).toEqual([]);
  });

  test('gives no place to who has borrowed the title since, or has left its queue again', async () => {
    const borrowed = await aTurnMissed({ forgiven: 0 });
    const loan = await aLoan(borrowed.titleId, borrowed.memberId, { at: ago(5) });
    await returnLoan(loan.id, borrowed.memberId, byMember(borrowed.memberId));
    const left = await aTurnMissed({ forgiven: 0 });
    await aLoan(left.titleId, await aMember(), { at: ago(7) });
    const again = await aHold(left.titleId, left.memberId, { at: ago(6) });
    await cancelHold(again.id, left.memberId, byMember(left.memberId));
    expect((await preview(10, 7.5)).holdCount).toBe(0);
    await declared(10, 7.5);
    expect([...(await creditsOf(borrowed.titleId)), ...(await creditsOf(left.titleId))].filter(({ kind }) => kind === 'hold-restored')).toEqual([]);
  });

  test('is gone on with where a process died on the way: what was given is not given again', async () => {
    const titles = [await aTitle(), await aTitle()].sort();
    const loans = [];
    for (const titleId of titles) loans.push(await aLoan(titleId, await aMember(), { at: ago(20) }));
    const id = await declared(10, 6);
    // as if it had died after crediting the first: the second has nothing yet, and how far it had come was not written down
    const [, second] = loans;
    if (second === undefined) throw new Error('no loan');
    await pool().query(`WITH l AS (UPDATE "Loan" SET "dueAt" = '${second.dueAt.toISOString()}' WHERE "id" = '${second.id}') UPDATE "CopyUse" SET "until" = '${second.dueAt.toISOString()}' WHERE "id" = '${second.id}'`);
    await pool().query(`DELETE FROM "LendingEvent" WHERE "loanId" = $1 AND "kind" = 'loan-credited'`, [second.id]);
    await pool().query('UPDATE "DeclaredOutage" SET "throughTitleId" = NULL, "finishedAt" = NULL WHERE "id" = $1', [id]);
    expect(await finishOutages()).toMatchObject({ isFinished: true });
    for (const loan of loans) expect(hoursBetween(loan.dueAt, await dueAtOf(loan.id))).toBe(4);
    for (const titleId of titles) expect(await wrongsOf(titleId)).toEqual([]);
  });

  test('the same call again with the same key is the same outage, and goes on with it', async () => {
    const act: Act = { ...(await anAdmin()), idempotencyKey: 'putus' };
    const span = { from: ago(10), until: ago(6), reason };
    const [first, again] = [await declareOutage(span, act), await declareOutage(span, act)];
    expect(JSON.stringify(again)).toBe(JSON.stringify(first));
    expect(await listOutages()).toHaveLength(1);
    expect(await declareOutage({ ...span, reason: 'lain' }, act)).toMatchObject({ ok: false, refusal: { code: 'idempotency-key-reused' } });
  });

  test('that is not over yet, or ends before it begins, is refused and not kept', async () => {
    await expect(declared(1, -1)).rejects.toThrow('not-over-yet');
    await expect(declared(1, 2)).rejects.toThrow('until-after-from');
    expect(await listOutages()).toEqual([]);
  });
});
