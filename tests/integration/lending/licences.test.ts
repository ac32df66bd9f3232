import { afterAll, describe, expect, test } from '@jest/globals';
import { sweepCirculations } from '@/lib/adapters/postgres/circulation/sweep';
import { databaseNow } from '@/lib/adapters/postgres/clock';
import { closePool } from '@/lib/adapters/postgres/pool';
import type { LicenceTerms } from '@/lib/domain/lending/licence';
import { addMs, day, hour, roundUpToSecond } from '@/lib/domain/time';
import { addLicence } from '@/lib/operations/catalogue/add-licence';
import { listLicences } from '@/lib/operations/catalogue/list-licences';
import { withdrawLicence } from '@/lib/operations/catalogue/withdraw-licence';
import { withdrawTitle } from '@/lib/operations/catalogue/withdraw-title';
import { borrowTitle } from '@/lib/operations/lending/borrow-title';
import { extendLoan } from '@/lib/operations/lending/extend-loan';
import { placeHold } from '@/lib/operations/lending/place-hold';
import { readAnyLoan } from '@/lib/operations/lending/read-any-loan';
import { readTitleLendings } from '@/lib/operations/lending/read-title-lendings';
import { renewLoan } from '@/lib/operations/lending/renew-loan';
import { aHold, aLoan, aMember, aTitle, byMember, perpetual, rowsOf } from '../../support/world';

afterAll(closePool);

const byLibrarian = { actor: { kind: 'librarian', librarianId: '00000000-0000-4000-8000-000000000001', channel: 'web' } } as const;
const terms = (more: Partial<LicenceTerms> & Pick<LicenceTerms, 'model'>): LicenceTerms => ({ expiresAt: null, checkoutsLimit: null, loanLength: null, ...more });

async function bought(titleId: string, of: Partial<LicenceTerms> & Pick<LicenceTerms, 'model'>, copies = 1): Promise<string> {
  const outcome = await addLicence(titleId, { ...perpetual(copies), terms: terms(of) }, byLibrarian);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value.licenceId;
}
const holdsOf = (titleId: string) => rowsOf<{ state: string; endedReason: string | null }>('SELECT "state", "endedReason" FROM "Hold" WHERE "titleId" = $1 ORDER BY "queueNumber"', [titleId]);
const noticesOf = (titleId: string) => rowsOf<{ kind: string; memberId: string; facts: Record<string, string> }>(`SELECT "kind", "memberId", "facts" FROM "Message" WHERE "titleId" = $1 AND "channel" = 'notice' ORDER BY "createdAt", "kind"`, [titleId]);

/** So many members who wait for the title, or read it under a licence of simultaneous use. */
async function aCrowd(does: 'waits' | 'reads', count: number, titleId: string, licenceId: string | null = null): Promise<void> {
  const members = `WITH m AS (INSERT INTO "Member" ("name") SELECT 'Anggota ' || n FROM generate_series(1, $2) n RETURNING "id")`;
  if (does === 'waits') {
    await rowsOf(`${members} INSERT INTO "Hold" ("id", "titleId", "memberId", "queueNumber", "placedAt") SELECT gen_random_uuid(), $1, m."id", nextval('hold_queue_number'), lending_now() FROM m`, [titleId, count]);
    return;
  }
  await rowsOf(
    `${members}, u AS (INSERT INTO "CopyUse" ("id", "titleId", "licenceId", "licenceModel", "kind", "from", "until") SELECT m."id", $1, $3, 'simultaneous-use', 'loan', date_trunc('second', lending_now()), date_trunc('second', lending_now()) + interval '1 day' FROM m RETURNING *)
     INSERT INTO "Loan" ("id", "titleId", "memberId", "borrowedAt", "dueAt") SELECT "id", "titleId", "id", "from", "until" FROM u`,
    [titleId, count, licenceId],
  );
}

describe('a title with several licences', () => {
  test('keeps price in Rupiah, vendor, order number and note with each', async () => {
    const titleId = await aTitle();
    const purchase = { priceRupiah: 4_500_000_000, vendor: 'PT Aksara', orderNumber: 'SP-12/2026', note: 'hibah' };
    await addLicence(titleId, { terms: terms({ model: 'bundle', checkoutsLimit: 100, loanLength: 'P2D' }), copies: 5, purchase }, byLibrarian);
    const listed = await listLicences(titleId);
    expect(listed).toMatchObject({ value: [{ model: 'bundle', copyCount: 5, checkoutsLimit: 100, checkoutsUsed: 0, loanLength: 'P2D', ...purchase }, { model: 'perpetual', copyCount: 1, endedAt: null }] });
  });

  test('a new licence serves the queue at once, and its event says who bought it', async () => {
    const titleId = await aTitle();
    await aLoan(titleId, await aMember());
    const member = await aMember();
    await aHold(titleId, member);
    await bought(titleId, { model: 'metered-by-loans', checkoutsLimit: 3 });
    expect(await holdsOf(titleId)).toEqual([{ state: 'ready', endedReason: null }]);
    expect(await noticesOf(titleId)).toMatchObject([{ kind: 'your-turn', memberId: member }]);
    expect(await rowsOf(`SELECT "actorKind", "facts"->'terms'->>'model' AS "model" FROM "LendingEvent" WHERE "titleId" = $1 AND "kind" = 'licence-added'`, [titleId])).toEqual([{ actorKind: 'librarian', model: 'metered-by-loans' }]);
  });

  test('the same call with the same key buys once', async () => {
    const titleId = await aTitle();
    const act = { ...byLibrarian, idempotencyKey: `beli-${titleId}` };
    const first = await addLicence(titleId, perpetual(2), act);
    expect(await addLicence(titleId, perpetual(2), act)).toEqual(first);
    expect(await rowsOf('SELECT 1 FROM "Licence" WHERE "titleId" = $1', [titleId])).toHaveLength(2);
  });

  test('borrowing and renewing are charged to the licence that was used, and refused when nothing is left', async () => {
    const titleId = await aTitle({ copies: 0, loanPeriod: 'PT10H' });
    const licenceId = await bought(titleId, { model: 'metered-by-loans', checkoutsLimit: 2 });
    const [member, other] = [await aMember(), await aMember()];
    const loan = await aLoan(titleId, member);
    expect(await renewLoan(loan.id, member, byMember(member))).toMatchObject({ ok: true });
    expect(await rowsOf('SELECT "checkoutsUsed", "endedBecause" FROM "Licence" WHERE "id" = $1', [licenceId])).toEqual([{ checkoutsUsed: 2, endedBecause: 'used-up' }]);
    expect(await borrowTitle(titleId, other, byMember(other))).toMatchObject({ refusal: { code: 'licence-ended' } });
    expect(await placeHold(titleId, other, byMember(other))).toMatchObject({ refusal: { code: 'licence-ended' } });
  });

  test('the shortened period is seen before the tap, and is what one gets', async () => {
    const titleId = await aTitle({ copies: 0 });
    const expiresAt = roundUpToSecond(addMs(await databaseNow(), 5 * hour));
    await bought(titleId, { model: 'metered-by-time', expiresAt });
    const member = await aMember();
    expect((await readTitleLendings([titleId], member)).get(titleId)?.action).toMatchObject({ kind: 'borrow', shortenedUntil: expiresAt });
    expect((await aLoan(titleId, member)).dueAt).toEqual(expiresAt);
  });
});

describe('simultaneous use', () => {
  test('closes a queue longer than a batch as available-to-all, and tells everybody', async () => {
    const titleId = await aTitle();
    await aLoan(titleId, await aMember());
    const first = await aMember();
    await aHold(titleId, first);
    await aCrowd('waits', 450, titleId);
    // who is passed over is not among the first of the queue, and is told all the same
    await rowsOf(`UPDATE "Hold" SET "suspendedAt" = lending_now() WHERE "titleId" = $1 AND "memberId" <> $2 AND "queueNumber" % 50 = 0`, [titleId, first]);
    await bought(titleId, { model: 'simultaneous-use' });
    expect(await rowsOf(`SELECT "state", "endedReason", count(*) AS "count" FROM "Hold" WHERE "titleId" = $1 GROUP BY 1, 2`, [titleId])).toEqual([{ state: 'cancelled', endedReason: 'available-to-all', count: 451 }]);
    expect(await rowsOf(`SELECT count(*) AS "count" FROM "Message" WHERE "titleId" = $1 AND "channel" = 'notice' AND "kind" = 'hold-cancelled' AND "facts"->>'reason' = 'available-to-all'`, [titleId])).toEqual([{ count: 451 }]);
    expect((await aLoan(titleId, first)).state).toBe('active');
  });

  test('does not count towards the loan limit, and who has it once has it once', async () => {
    const member = await aMember();
    for (let one = 0; one < 5; one += 1) await aLoan(await aTitle(), member);
    const titleId = await aTitle({ copies: 0 });
    await bought(titleId, { model: 'simultaneous-use' });
    const loan = await aLoan(titleId, member);
    expect((await aLoan(titleId, member)).id).toBe(loan.id);
    const next = await aTitle();
    expect(await borrowTitle(next, member, byMember(member))).toMatchObject({ refusal: { code: 'loan-limit-reached' } });
    // nor does it take one of the five when it comes first
    const other = await aMember();
    await aLoan(titleId, other);
    for (let one = 0; one < 5; one += 1) await aLoan(await aTitle(), other);
  });

  test('loans that ran out are written down by the sweep, also of members who never come back', async () => {
    const titleId = await aTitle({ copies: 1 });
    await bought(titleId, { model: 'simultaneous-use' });
    const at = await databaseNow();
    for (let one = 0; one < 4; one += 1) await aLoan(titleId, await aMember(), { at });
    await sweepCirculations({ at: addMs(at, 4 * day) });
    expect(await rowsOf('SELECT "state", count(*) AS "count" FROM "Loan" WHERE "titleId" = $1 GROUP BY 1', [titleId])).toEqual([{ state: 'expired', count: 4 }]);
  });
});

describe('the end of a licence', () => {
  test('by its date: the list says so at once, whether or not the task has run', async () => {
    const titleId = await aTitle({ copies: 0 });
    const licenceId = await bought(titleId, { model: 'metered-by-time', expiresAt: roundUpToSecond(addMs(await databaseNow(), hour)) }, 2);
    const [ended] = await rowsOf<{ expiresAt: Date }>(`UPDATE "Licence" SET "expiresAt" = "expiresAt" - interval '2 hours' WHERE "id" = $1 RETURNING "expiresAt"`, [licenceId]);
    expect(await listLicences(titleId)).toMatchObject({ value: [{ id: licenceId, endedAt: ended?.expiresAt, endedBecause: 'expired', copyCount: 0 }, { model: 'perpetual' }] });
  });

  test('by the clock: the sweep ends it at its own time, its copies leave, and the page knew before', async () => {
    const titleId = await aTitle({ copies: 0 });
    const expiresAt = roundUpToSecond(addMs(await databaseNow(), hour));
    const licenceId = await bought(titleId, { model: 'metered-by-time', expiresAt }, 2);
    await sweepCirculations({ at: addMs(expiresAt, 3 * hour) });
    expect(await rowsOf('SELECT "endedAt", "endedBecause" FROM "Licence" WHERE "id" = $1', [licenceId])).toEqual([{ endedAt: expiresAt, endedBecause: 'expired' }]);
    expect(await rowsOf('SELECT DISTINCT "retiredAt" FROM "Copy" WHERE "licenceId" = $1', [licenceId])).toEqual([{ retiredAt: expiresAt }]);
  });

  test('withdrawn with its loans: they are revoked with the reason, all are told, offers go back to waiting', async () => {
    const titleId = await aTitle({ copies: 0 });
    const licenceId = await bought(titleId, { model: 'perpetual' }, 2);
    const [reader, returner, next] = [await aMember(), await aMember(), await aMember()];
    await aLoan(titleId, reader);
    await aLoan(titleId, returner);
    await aHold(titleId, next);
    expect(await withdrawLicence({ titleId, licenceId }, { reason: 'Sengketa hak cipta', loansEnd: true }, byLibrarian)).toMatchObject({ ok: true });
    expect(await rowsOf('SELECT DISTINCT "state", "endedReason" FROM "Loan" WHERE "titleId" = $1', [titleId])).toEqual([{ state: 'revoked', endedReason: 'Sengketa hak cipta' }]);
    expect((await noticesOf(titleId)).filter(({ kind }) => kind === 'loan-revoked').map(({ memberId }) => memberId).sort()).toEqual([reader, returner].sort());
    expect(await holdsOf(titleId)).toEqual([{ state: 'waiting', endedReason: null }]);
    expect(await withdrawLicence({ titleId, licenceId }, { reason: 'lagi', loansEnd: false }, byLibrarian)).toMatchObject({ ok: true });
    expect(await listLicences(titleId)).toMatchObject({ value: [{ endedBecause: 'withdrawn', endedReason: 'Sengketa hak cipta' }, { model: 'perpetual' }] });
  });

  test('more loans of simultaneous use than a batch end at once', async () => {
    const titleId = await aTitle({ copies: 0 });
    const licenceId = await bought(titleId, { model: 'simultaneous-use' });
    await aCrowd('reads', 620, titleId, licenceId);
    await withdrawLicence({ titleId, licenceId }, { reason: 'Ditarik penerbit', loansEnd: true }, byLibrarian);
    expect(await rowsOf('SELECT "state", count(*) AS "count" FROM "Loan" WHERE "titleId" = $1 GROUP BY 1', [titleId])).toEqual([{ state: 'revoked', count: 620 }]);
  });

  test('a licence of another title, and none at all, are not found', async () => {
    const [titleId, other] = [await aTitle(), await aTitle()];
    const licenceId = await bought(other, { model: 'perpetual' });
    expect(await withdrawLicence({ titleId, licenceId }, { reason: 'x', loansEnd: false }, byLibrarian)).toMatchObject({ refusal: { code: 'not-found' } });
    expect(await listLicences(licenceId)).toMatchObject({ refusal: { code: 'not-found' } });
  });
});

describe('a title withdrawn', () => {
  test('at once (rights problem): loans end with the reason, holds are cancelled, everybody concerned is told', async () => {
    const titleId = await aTitle();
    const [reader, waiting] = [await aMember(), await aMember()];
    await aLoan(titleId, reader);
    await aHold(titleId, waiting);
    await withdrawTitle(titleId, { reason: 'Hak cipta', loansEnd: true }, byLibrarian);
    expect(await rowsOf('SELECT "state", "endedReason" FROM "Loan" WHERE "titleId" = $1', [titleId])).toEqual([{ state: 'revoked', endedReason: 'Hak cipta' }]);
    expect(await noticesOf(titleId)).toMatchObject([{ kind: 'hold-cancelled', memberId: waiting, facts: { reason: 'title-withdrawn' } }, { kind: 'loan-revoked', memberId: reader, facts: { reason: 'Hak cipta' } }]);
  });

  test('at once, though more read or wait than a batch holds', async () => {
    const [read, awaited] = [await aTitle({ copies: 0 }), await aTitle()];
    await aCrowd('reads', 620, read, await bought(read, { model: 'simultaneous-use' }));
    await aLoan(awaited, await aMember());
    await aCrowd('waits', 450, awaited);
    for (const titleId of [read, awaited]) await withdrawTitle(titleId, { reason: 'Hak cipta', loansEnd: true }, byLibrarian);
    expect(await rowsOf('SELECT "state", count(*) AS "count" FROM "Loan" WHERE "titleId" = $1 GROUP BY 1', [read])).toEqual([{ state: 'revoked', count: 620 }]);
    expect(await rowsOf('SELECT "state", count(*) AS "count" FROM "Hold" WHERE "titleId" = $1 GROUP BY 1', [awaited])).toEqual([{ state: 'cancelled', count: 450 }]);
  });

  test('gently: loans run out', async () => {
    const titleId = await aTitle();
    await aLoan(titleId, await aMember());
    await withdrawTitle(titleId, { reason: 'Rusak', loansEnd: false }, byLibrarian);
    expect(await rowsOf('SELECT "state" FROM "Loan" WHERE "titleId" = $1', [titleId])).toEqual([{ state: 'active' }]);
  });
});

describe("a librarian's extension", () => {
  test('passes over the window and the queue, tells who waits, and ends with the licence', async () => {
    const titleId = await aTitle({ copies: 0 });
    const expiresAt = roundUpToSecond(addMs(await databaseNow(), 4 * day));
    const licenceId = await bought(titleId, { model: 'metered-by-both', expiresAt, checkoutsLimit: 5 });
    const member = await aMember();
    const loan = await aLoan(titleId, member);
    await aHold(titleId, await aMember());
    expect(await renewLoan(loan.id, member, byMember(member))).toMatchObject({ refusal: { code: 'renewal-too-early' } });
    expect(await readAnyLoan(loan.id)).toMatchObject({ waitingCount: 1 });
    expect(await extendLoan(loan.id, byLibrarian)).toMatchObject({ value: { loan: { dueAt: expiresAt, renewalCount: 1 }, waiting: 1 } });
    expect(await extendLoan(loan.id, byLibrarian)).toMatchObject({ refusal: { code: 'licence-ended' } });
    expect(await rowsOf('SELECT "checkoutsUsed" FROM "Licence" WHERE "id" = $1', [licenceId])).toEqual([{ checkoutsUsed: 2 }]);
    expect(await rowsOf(`SELECT "actorKind" FROM "LendingEvent" WHERE "loanId" = $1 AND "kind" = 'loan-renewed'`, [loan.id])).toEqual([{ actorKind: 'librarian' }]);
    expect(await extendLoan(licenceId, byLibrarian)).toMatchObject({ refusal: { code: 'not-found' } });
  });
});

describe('what an interruption leaves, the sweep takes', () => {
  const statesOf = (titleId: string) => rowsOf(`SELECT "state" FROM "Loan" WHERE "titleId" = $1 UNION ALL SELECT "state" FROM "Hold" WHERE "titleId" = $1`, [titleId]);

  test('of a title that was withdrawn at once', async () => {
    const [reading, waiting] = [await aTitle(), await aTitle()];
    await aLoan(reading, await aMember());
    await aLoan(waiting, await aMember());
    await aHold(waiting, await aMember());
    await rowsOf(`UPDATE "Title" SET "withdrawnAt" = lending_now(), "withdrawnReason" = 'Hak cipta', "withdrawalEndsLoans" = ("id" = $1) WHERE "id" IN ($1, $2)`, [reading, waiting]);
    await sweepCirculations();
    expect([await statesOf(reading), await statesOf(waiting)]).toEqual([[{ state: 'revoked' }], [{ state: 'active' }, { state: 'cancelled' }]]);
  });

  test('of a licence that ended with its loans', async () => {
    const titleId = await aTitle();
    await aLoan(titleId, await aMember());
    await rowsOf(`UPDATE "Licence" SET "endedAt" = lending_now(), "endedBecause" = 'withdrawn', "endedReason" = 'Hak cipta', "endsLoans" = true WHERE "titleId" = $1`, [titleId]);
    await sweepCirculations();
    expect(await statesOf(titleId)).toEqual([{ state: 'revoked' }]);
  });

  test('of a queue for what everybody can have since', async () => {
    const titleId = await aTitle();
    await aLoan(titleId, await aMember());
    await aHold(titleId, await aMember());
    await rowsOf(`INSERT INTO "Licence" ("titleId", "model") VALUES ($1, 'simultaneous-use')`, [titleId]);
    await sweepCirculations();
    expect(await statesOf(titleId)).toEqual([{ state: 'active' }, { state: 'cancelled' }]);
  });
});
