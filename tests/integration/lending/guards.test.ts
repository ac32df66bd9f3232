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
