import { afterAll, describe, expect, test } from '@jest/globals';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { borrowTitle } from '@/lib/operations/lending/borrow-title';
import { returnLoan } from '@/lib/operations/lending/return-loan';
import { sweepLeftovers } from '@/lib/operations/tasks/sweep-leftovers';
import { eventually } from '../../support/eventually';
import { aLoan, aMember, aTitle, byMember, rowsOf, setPolicy } from '../../support/world';

afterAll(closePool);

describe('a call with an idempotency key', () => {
  test('gets the same answer again, also after the world has moved on', async () => {
    const [title, member] = [await aTitle(), await aMember()];
    const first = await borrowTitle(title, member, byMember(member, 'k1'));
    if (first.ok) await returnLoan(first.value.loan.id, member, byMember(member));
    expect(await borrowTitle(title, member, byMember(member, 'k1'))).toEqual(first);
    expect(await rowsOf('SELECT 1 FROM "Loan" WHERE "titleId" = $1', [title])).toHaveLength(1);
  });

  test('is remembered for 24 hours, to the minute, and then may act anew', async () => {
    const [title, member] = [await aTitle(), await aMember()];
    const first = await borrowTitle(title, member, byMember(member, 'k24'));
    if (first.ok) await returnLoan(first.value.loan.id, member, byMember(member));
    const madeAgo = (ago: string) => pool().query(`UPDATE "IdempotencyKey" SET "createdAt" = lending_now() - $2::interval WHERE "scope" = $1 AND "key" = 'k24'`, [member, ago]);
    await madeAgo('23 hours 59 minutes');
    await sweepLeftovers();
    expect(await borrowTitle(title, member, byMember(member, 'k24'))).toEqual(first);
    await madeAgo('24 hours 1 minute');
    await sweepLeftovers();
    const anew = await borrowTitle(title, member, byMember(member, 'k24'));
    expect(anew).toMatchObject({ ok: true, value: { began: true } });
    expect(anew).not.toEqual(first);
  });

  test('is remembered no longer than names are kept: its answer names a loan', async () => {
    const [title, member] = [await aTitle(), await aMember()];
    await borrowTitle(title, member, byMember(member, 'k13'));
    const isKept = async () => (await rowsOf(`SELECT 1 FROM "IdempotencyKey" WHERE "scope" = $1`, [member])).length === 1;
    await setPolicy({ retention: 'PT12H' });
    await pool().query(`UPDATE "IdempotencyKey" SET "createdAt" = lending_now() - interval '11 hours' WHERE "scope" = $1`, [member]);
    await sweepLeftovers();
    expect(await isKept()).toBe(true);
    await pool().query(`UPDATE "IdempotencyKey" SET "createdAt" = lending_now() - interval '13 hours' WHERE "scope" = $1`, [member]);
    await sweepLeftovers();
    expect(await isKept()).toBe(false);
    await setPolicy({ retention: 'P90D' });
  });

  test('eight at once act once: each gets that answer, or is told that it is in flight', async () => {
    const [title, member] = [await aTitle(), await aMember()];
    const answers = await Promise.all(Array.from({ length: 8 }, () => borrowTitle(title, member, byMember(member, 'k2'))));
    const granted = answers.filter((answer) => answer.ok);
    expect(granted.length).toBeGreaterThan(0);
    for (const answer of granted) expect(answer).toMatchObject({ value: { began: true, loan: { id: granted[0]?.ok === true ? granted[0].value.loan.id : '' } } });
    for (const answer of answers) if (!answer.ok) expect(answer.refusal.code).toBe('idempotency-key-in-flight');
    expect(await rowsOf('SELECT 1 FROM "Loan" WHERE "titleId" = $1', [title])).toHaveLength(1);
  });

  test('a refusal is an answer too, and its turnaway is counted once', async () => {
    const [title, member] = [await aTitle(), await aMember()];
    await aLoan(title, await aMember());
    const first = await borrowTitle(title, member, byMember(member, 'k3'));
    expect(await borrowTitle(title, member, byMember(member, 'k3'))).toEqual(first);
    expect(first).toMatchObject({ ok: false, refusal: { code: 'no-copy-available' } });
    expect(await rowsOf('SELECT 1 FROM "Turnaway" WHERE "titleId" = $1', [title])).toHaveLength(1);
  });

  test('the same key for another act is refused; the same key of another member is another key', async () => {
    const [title, other, member, stranger] = [await aTitle({ copies: 2 }), await aTitle(), await aMember(), await aMember()];
    await borrowTitle(title, member, byMember(member, 'k4'));
    expect(await borrowTitle(other, member, byMember(member, 'k4'))).toMatchObject({ refusal: { code: 'idempotency-key-reused' } });
    expect(await borrowTitle(title, stranger, byMember(stranger, 'k4'))).toMatchObject({ ok: true, value: { began: true } });
  });

  test('is told that it is in flight while the first one is at work, and gets its answer afterwards', async () => {
    const [title, member] = [await aTitle(), await aMember()];
    const hand = await pool().connect();
    await hand.query('BEGIN');
    await hand.query('SELECT 1 FROM "Title" WHERE "id" = $1 FOR UPDATE', [title]);
    const first = borrowTitle(title, member, byMember(member, 'k5'));
    await eventually(async () => (await rowsOf(`SELECT 1 FROM pg_locks WHERE "locktype" = 'advisory' AND "database" = (SELECT "oid" FROM pg_database WHERE "datname" = current_database())`)).length > 0);
    expect(await borrowTitle(title, member, byMember(member, 'k5'))).toMatchObject({ refusal: { code: 'idempotency-key-in-flight' } });
    await hand.query('COMMIT');
    hand.release();
    const answer = await first;
    expect(await borrowTitle(title, member, byMember(member, 'k5'))).toEqual(answer);
  });
});
