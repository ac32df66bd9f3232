import { afterAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { environment } from '@/lib/config/environment';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { aHold, aLoan, aMember, aTitle, rowsOf } from '../../support/world';

afterAll(closePool);

type Row = Record<string, unknown>;

/** A second session with a hand in psql, past all code of ours. */
async function byHand(sql: string, values: unknown[]): Promise<string> {
  const hand = new pg.Client({ connectionString: environment().DATABASE_URL });
  await hand.connect();
  try {
    await hand.query(sql, values);
    return 'accepted';
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await hand.end();
  }
}

const exclusion = '23P01';
const unique = '23505';
const check = '23514';
const foreignKey = '23503';

describe('the database refuses what must never be, whoever writes', () => {
  test('a copy lent twice at the same instant', async () => {
    const loan = await aLoan(await aTitle(), await aMember());
    const [use] = await rowsOf<Row>('SELECT * FROM "CopyUse" WHERE "id" = $1', [loan.id]);
    const again = (from: string, kind: string) =>
      byHand(
        `INSERT INTO "CopyUse" ("id", "titleId", "licenceId", "licenceModel", "copyId", "kind", "from", "until") VALUES ($1, $2, $3, $4, $5, $6, ${from}, $7::timestamptz + interval '1 day')`,
        [randomUUID(), use?.['titleId'], use?.['licenceId'], use?.['licenceModel'], use?.['copyId'], kind, use?.['until']],
      );
    expect(await again('lending_now()', 'loan')).toBe(exclusion);
    expect(await again('lending_now()', 'offer')).toBe(exclusion);
    expect(await again(`$7::timestamptz - interval '1 millisecond'`, 'loan')).toBe(exclusion);
    expect(await again('$7::timestamptz', 'loan')).toBe('accepted');
  });

  test('a use without a copy under a licence that has copies', async () => {
    const loan = await aLoan(await aTitle(), await aMember());
    const [use] = await rowsOf<Row>('SELECT * FROM "CopyUse" WHERE "id" = $1', [loan.id]);
    const without = (model: string) =>
      byHand(`INSERT INTO "CopyUse" ("id", "titleId", "licenceId", "licenceModel", "copyId", "kind", "from", "until") VALUES ($1, $2, $3, $4, NULL, 'loan', lending_now(), lending_now() + interval '1 day')`, [randomUUID(), use?.['titleId'], use?.['licenceId'], model]);
    expect(await without('perpetual')).toBe(check);
    expect(await without('simultaneous-use')).toBe(foreignKey);
  });

  test('a loan without its use of a copy, and a loan whose span differs from its use', async () => {
    const [title, member] = [await aTitle(), await aMember()];
    expect(await byHand(`INSERT INTO "Loan" ("id", "titleId", "memberId", "borrowedAt", "dueAt") VALUES ($1, $2, $3, lending_now(), date_trunc('second', lending_now()) + interval '1 day')`, [randomUUID(), title, member])).toBe(foreignKey);
    const loan = await aLoan(title, member);
    expect(await byHand(`UPDATE "Loan" SET "dueAt" = "dueAt" + interval '1 day' WHERE "id" = $1`, [loan.id])).toBe(check);
    expect(await byHand(`UPDATE "CopyUse" SET "until" = "until" - interval '1 day' WHERE "id" = $1`, [loan.id])).toBe(check);
  });

  test('two active loans, or two open holds, of one title for one member', async () => {
    const [title, member] = [await aTitle({ copies: 2 }), await aMember()];
    await aLoan(title, member);
    const [copy] = await rowsOf<Row>(`SELECT * FROM "Copy" WHERE "titleId" = $1 AND "id" NOT IN (SELECT "copyId" FROM "CopyUse")`, [title]);
    const id = randomUUID();
    const both = `WITH u AS (INSERT INTO "CopyUse" ("id", "titleId", "licenceId", "copyId", "kind", "from", "until")
        VALUES ($1, $2, $3, $4, 'loan', date_trunc('second', lending_now()), date_trunc('second', lending_now()) + interval '1 day') RETURNING *)
      INSERT INTO "Loan" ("id", "titleId", "memberId", "borrowedAt", "dueAt") SELECT "id", "titleId", $5, "from", "until" FROM u`;
    expect(await byHand(both, [id, title, copy?.['licenceId'], copy?.['id'], member])).toBe(unique);

    const lent = await aTitle();
    await aLoan(lent, await aMember());
    await aHold(lent, member);
    expect(await byHand(`INSERT INTO "Hold" ("id", "titleId", "memberId", "queueNumber", "placedAt") VALUES ($1, $2, $3, nextval('hold_queue_number'), lending_now())`, [randomUUID(), lent, member])).toBe(unique);
  });

  test.each([
    ['an ended loan without its end', `UPDATE "Loan" SET "state" = 'returned' WHERE "id" = $1`],
    ['an active loan with an end', `UPDATE "Loan" SET "endedAt" = "dueAt" WHERE "id" = $1`],
    ['a loan that ends after it is due', `UPDATE "Loan" SET "state" = 'expired', "endedAt" = "dueAt" + interval '1 second' WHERE "id" = $1`],
    ['a state that is none', `UPDATE "Loan" SET "state" = 'lost', "endedAt" = "dueAt" WHERE "id" = $1`],
    ['an active loan of nobody', `UPDATE "Loan" SET "memberId" = NULL, "pseudonym" = gen_random_uuid() WHERE "id" = $1`],
  ])('%s', async (_, sql) => {
    const loan = await aLoan(await aTitle(), await aMember());
    expect(await byHand(sql, [loan.id])).toBe(check);
  });

  test('a ready hold without an offer', async () => {
    const title = await aTitle();
    await aLoan(title, await aMember());
    const hold = await aHold(title, await aMember());
    expect(await byHand(`UPDATE "Hold" SET "state" = 'ready' WHERE "id" = $1`, [hold.id])).toBe(check);
  });

  describe('of licences', () => {
    /** A title with one copy under such a licence, and the words to lend or offer it by hand. */
    async function licensed(columns: string, copies = 1): Promise<{ licenceId: string; byHandUse: (kind: string, from: string, until: string, copy?: number) => Promise<string> }> {
      const titleId = await aTitle({ copies: 0 });
      const [licence] = await rowsOf<{ id: string; model: string }>(`INSERT INTO "Licence" ("titleId", "model", "expiresAt", "checkoutsLimit") SELECT $1, r.* FROM (${columns}) r RETURNING "id", "model"`, [titleId]);
      const stock = await rowsOf<{ id: string }>(`INSERT INTO "Copy" ("titleId", "licenceId", "addedAt") SELECT $1, $2, '2026-01-01' FROM generate_series(1, $3) RETURNING "id"`, [titleId, licence?.id, copies]);
      return {
        licenceId: licence?.id ?? '',
        byHandUse: (kind, from, until, copy = 0) =>
          byHand(`INSERT INTO "CopyUse" ("id", "titleId", "licenceId", "licenceModel", "copyId", "kind", "from", "until") VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7)`,
            [titleId, licence?.id, licence?.model, stock[copy]?.id ?? null, kind, from, until]),
      };
    }
    const twoLoans = `SELECT 'metered-by-loans', NULL::timestamptz, 2`;

    test.each([
      ['a perpetual licence that ends', `SELECT 'perpetual', '2027-01-01'::timestamptz, NULL::int`],
      ['one metered by time without an end', `SELECT 'metered-by-time', NULL::timestamptz, NULL::int`],
      ['one metered by loans without a number', `SELECT 'metered-by-loans', NULL::timestamptz, NULL::int`],
      ['one metered by both with one of them', `SELECT 'metered-by-both', '2027-01-01'::timestamptz, NULL::int`],
      ['a bundle without a number', `SELECT 'bundle', NULL::timestamptz, NULL::int`],
      ['simultaneous use with a number of loans', `SELECT 'simultaneous-use', NULL::timestamptz, 9`],
      ['an end between two seconds', `SELECT 'metered-by-time', '2027-01-01 00:00:00.5'::timestamptz, NULL::int`],
    ])('%s', async (_, columns) => {
      expect(await byHand(`INSERT INTO "Licence" ("titleId", "model", "expiresAt", "checkoutsLimit") SELECT $1, r.* FROM (${columns}) r`, [await aTitle()])).toBe(check);
    });

    test('a loan or an offer that outlives its licence, and an end moved in under its loans', async () => {
      const { byHandUse, licenceId } = await licensed(`SELECT 'metered-by-time', '2026-02-01'::timestamptz, NULL::int`);
      expect(await byHandUse('loan', '2026-01-31', '2026-02-01T00:00:00.001Z')).toBe(check);
      expect(await byHandUse('offer', '2026-01-31', '2026-02-02')).toBe(check);
      expect(await byHandUse('loan', '2026-01-31', '2026-02-01')).toBe('accepted');
      expect(await byHand(`UPDATE "CopyUse" SET "until" = '2026-02-02' WHERE "licenceId" = $1`, [licenceId])).toBe(check);
      expect(await byHand(`UPDATE "Licence" SET "expiresAt" = '2026-01-31' WHERE "id" = $1`, [licenceId])).toBe(check);
    });

    test('one loan more than the licence has, whether lent or renewed; the database counts by itself', async () => {
      const { byHandUse, licenceId } = await licensed(twoLoans);
      expect(await byHandUse('loan', '2026-01-01', '2026-01-02')).toBe('accepted');
      expect(await byHandUse('loan', '2026-01-02', '2026-01-03')).toBe('accepted');
      expect(await byHandUse('loan', '2026-01-03', '2026-01-04')).toBe(check);
      expect(await rowsOf('SELECT "checkoutsUsed" FROM "Licence" WHERE "id" = $1', [licenceId])).toEqual([{ checkoutsUsed: 2 }]);
      expect(await byHand(`INSERT INTO "Loan" ("id", "titleId", "memberId", "borrowedAt", "dueAt") SELECT "id", "titleId", $2, "from", "until" FROM "CopyUse" WHERE "licenceId" = $1 LIMIT 1`, [licenceId, await aMember()])).toBe('accepted');
      expect(await byHand(`UPDATE "Loan" SET "renewalCount" = 1 WHERE "id" IN (SELECT "id" FROM "CopyUse" WHERE "licenceId" = $1)`, [licenceId])).toBe(check);
    });

    test('a loan that was set aside for somebody, and an offer without a loan to reserve', async () => {
      const { byHandUse } = await licensed(twoLoans, 3);
      expect(await byHandUse('offer', '2026-01-01', '2026-01-02', 0)).toBe('accepted');
      expect(await byHandUse('loan', '2026-01-01', '2026-01-02', 1)).toBe('accepted');
      expect(await byHandUse('loan', '2026-01-01T12:00:00Z', '2026-01-02', 2)).toBe(check);
      expect(await byHandUse('offer', '2026-01-01T12:00:00Z', '2026-01-02', 2)).toBe(check);
      expect(await byHandUse('loan', '2026-01-02', '2026-01-03', 2)).toBe('accepted');
    });

    test('a use that begins after the licence was withdrawn', async () => {
      const { byHandUse, licenceId } = await licensed(`SELECT 'simultaneous-use', NULL::timestamptz, NULL::int`, 0);
      await rowsOf(`UPDATE "Licence" SET "endedAt" = '2026-01-10', "endedBecause" = 'withdrawn', "endedReason" = 'hak cipta' WHERE "id" = $1`, [licenceId]);
      expect(await byHandUse('loan', '2026-01-10', '2026-01-12')).toBe(check);
      expect(await byHandUse('loan', '2026-01-09', '2026-01-12')).toBe('accepted');
    });

    test('a use of a copy that is not in stock, and a copy that leaves while it is lent', async () => {
      const { byHandUse, licenceId } = await licensed(`SELECT 'perpetual', NULL::timestamptz, NULL::int`);
      expect(await byHandUse('loan', '2025-12-31', '2026-01-02')).toBe(check);
      expect(await byHandUse('loan', '2026-01-01', '2026-01-04')).toBe('accepted');
      const retired = (at: string) => byHand(`UPDATE "Copy" SET "retiringAt" = $2, "retiredAt" = $2 WHERE "licenceId" = $1`, [licenceId, at]);
      expect(await retired('2026-01-03')).toBe(check);
      expect(await retired('2026-01-04')).toBe('accepted');
      expect(await byHandUse('loan', '2026-01-04', '2026-01-05')).toBe(check);
    });
  });

  test('the lock that lending takes does not block a new child row of the title elsewhere', async () => {
    const title = await aTitle();
    const client = await pool().connect();
    await client.query('BEGIN');
    await client.query('SELECT 1 FROM "Title" WHERE "id" = $1 FOR NO KEY UPDATE', [title]);
    expect(await byHand(`INSERT INTO "Turnaway" ("titleId", "memberId", "kind", "at") VALUES ($1, $2, 'licence-ended', lending_now())`, [title, await aMember()])).toBe('accepted');
    await client.query('ROLLBACK');
    client.release();
  });
});
