import { afterAll, describe, expect, test } from '@jest/globals';
import { replayTitle } from '@/lib/adapters/postgres/circulation/replay';
import { keepLook, lastLook } from '@/lib/adapters/postgres/looks';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { metricsText } from '@/lib/http/metrics';
import { countForMetrics } from '@/lib/operations/health/count-for-metrics';
import { invariantsHealth } from '@/lib/operations/health/invariants-health';
import { proveInvariants } from '@/lib/operations/health/prove-invariants';
import { watchInvariants } from '@/lib/operations/health/watch-invariants';
import { returnLoan } from '@/lib/operations/lending/return-loan';
import { aHold, aLoan, aMember, aTitle, byMember, rowsOf } from '../../support/world';

afterAll(closePool);

/** A turn of which nobody was told. */
async function aViolation(): Promise<string> {
  const titleId = await aTitle();
  const [lender, next] = [await aMember(), await aMember()];
  const loan = await aLoan(titleId, lender);
  await aHold(titleId, next);
  await returnLoan(loan.id, lender, byMember(lender));
  await pool().query(`UPDATE "Message" SET "key" = 'lost-' || "key" WHERE "titleId" = $1`, [titleId]);
  return titleId;
}

const mend = (titleId: string) => pool().query(`UPDATE "Message" SET "key" = substr("key", 6) WHERE "titleId" = $1`, [titleId]);

describe('each minute', () => {
  test('before the first look the health page says that it does not know', async () => {
    expect(await invariantsHealth()).toEqual({ status: 'unknown', checkedAt: null, everythingCheckedAt: null, violations: 0 });
  });

  test('what changed since the last look is looked at, and nothing else', async () => {
    await aLoan(await aTitle(), await aMember());
    expect(await watchInvariants()).toEqual({ titleCount: 0, violationCount: 0 });
    await aLoan(await aTitle(), await aMember());
    expect(await watchInvariants()).toEqual({ titleCount: 1, violationCount: 0 });
    // once more: a change committed late may have an earlier number than one already seen
    expect(await watchInvariants()).toEqual({ titleCount: 1, violationCount: 0 });
    expect(await watchInvariants()).toEqual({ titleCount: 0, violationCount: 0 });
    expect((await invariantsHealth()).status).toBe('kept');
  });

  test('a change that was committed late, under an earlier number, is seen all the same', async () => {
    await watchInvariants();
    const tx = await pool().connect();
    const late = await aTitle();
    await tx.query('BEGIN');
    await tx.query(`INSERT INTO "LendingEvent" ("titleId", "at", "kind", "actorKind", "channel", "loanId") VALUES ($1, now(), 'loan-began', 'member', 'web', gen_random_uuid())`, [late]);
    await aLoan(await aTitle(), await aMember());
    expect((await watchInvariants()).violationCount).toBe(0);
    await tx.query('COMMIT');
    tx.release();
    expect((await watchInvariants()).violationCount).toBe(1);
    await pool().query('DELETE FROM "LendingEvent" WHERE "titleId" = $1', [late]);
  });

  test('a violation stands on the health page and in the metrics until a look finds it gone', async () => {
    const titleId = await aViolation();
    await watchInvariants();
    expect(await invariantsHealth()).toMatchObject({ status: 'violated', violations: 1 });
    expect(metricsText(await countForMetrics())).toMatch(/^pinjam_invariant_violations 1$/m);
    await mend(titleId);
    await watchInvariants();
    expect(await invariantsHealth()).toMatchObject({ status: 'kept', violations: 0 });
    expect(metricsText(await countForMetrics())).toMatch(/^pinjam_invariant_violations 0$/m);
    expect(metricsText(await countForMetrics())).toMatch(/^pinjam_invariants_checked_timestamp_seconds \d+$/m);
  });

  test('what only time makes wrong is found without a change: an end that the last sweep did not write down', async () => {
    const titleId = await aTitle();
    const loan = await aLoan(titleId, await aMember(), { at: new Date('2026-01-01T00:00:00Z') });
    await watchInvariants();
    await watchInvariants();
    await pool().query(`INSERT INTO "TaskRun" ("task", "dueAt", "startedAt", "finishedAt") SELECT 'settle-due', n, n, n FROM date_trunc('milliseconds', now()) n`);
    await watchInvariants();
    expect((await lastLook('minute'))?.violations).toEqual({ 'not-settled': 1 });
    await pool().query('DELETE FROM "TaskRun"');
    await pool().query(`DELETE FROM "LendingEvent" WHERE "loanId" = $1`, [loan.id]);
    await pool().query('DELETE FROM "Loan" WHERE "id" = $1', [loan.id]);
    await pool().query('DELETE FROM "CopyUse" WHERE "id" = $1', [loan.id]);
  });
});

describe('each night', () => {
  test('everything is looked at, however long nothing happened to it', async () => {
    const titleId = await aViolation();
    for (const name of ['minute', 'night'] as const) await keepLook(name, { titleCount: 0, violations: {} });
    await watchInvariants();
    expect((await invariantsHealth()).status).toBe('kept');
    const [titles] = await rowsOf<{ count: number }>('SELECT count(*)::int AS "count" FROM "Title"');
    expect(await proveInvariants()).toEqual({ titleCount: titles?.count, violationCount: 1 });
    expect(await invariantsHealth()).toMatchObject({ status: 'violated', violations: 1 });
    await mend(titleId);
    expect((await proveInvariants()).violationCount).toBe(0);
    expect((await invariantsHealth()).status).toBe('kept');
  });
});

describe('the event log of a title, replayed from nothing,', () => {
  const replayAfter = async (harm: string, titleId: string) => {
    await pool().query(harm, [titleId]);
    return [...new Set((await replayTitle(titleId)).map(({ line, detail }) => (line === 'replay-differs' ? detail : line)))].sort();
  };
  const aLife = async () => {
    const titleId = await aTitle();
    const [first, second] = [await aMember(), await aMember()];
    const loan = await aLoan(titleId, first);
    await aHold(titleId, second);
    await returnLoan(loan.id, first, byMember(first));
    return titleId;
  };

  test('gives the rows as they are', async () => {
    expect(await replayTitle(await aLife())).toEqual([]);
  });

  test.each([
    ['a loan that was moved by hand', `UPDATE "Loan" SET "renewalCount" = 7 WHERE "titleId" = $1`, ['loan']],
    ['a hold that was moved up by hand', `UPDATE "Hold" SET "queueNumber" = -9 WHERE "titleId" = $1`, ['hold']],
    ['a copy that came from nowhere', `INSERT INTO "LendingEvent" ("titleId", "at", "kind", "actorKind", "channel", "copyId", "facts") SELECT "titleId", now(), 'copy-added', 'clock', 'clock', gen_random_uuid(), jsonb_build_object('licenceId', "id") FROM "Licence" WHERE "titleId" = $1`, ['copy']],
    ['an end that is missing from the log', `DELETE FROM "LendingEvent" WHERE "titleId" = $1 AND "kind" = 'loan-ended'`, ['loan', 'use']],
    ['a title withdrawn by hand', `UPDATE "Title" SET "withdrawnAt" = now() WHERE "id" = $1`, ['title']],
    ['a licence whose count was changed by hand', `UPDATE "Licence" SET "model" = 'bundle', "checkoutsLimit" = 9, "checkoutsUsed" = 5 WHERE "titleId" = $1`, ['licence']],
    ['an event that speaks of nothing', `UPDATE "LendingEvent" SET "copyId" = gen_random_uuid() WHERE "titleId" = $1 AND "kind" = 'offer-made'`, ['replay-fails']],
  ])('tells %s', async (_, harm, told) => {
    const titleId = await aLife();
    expect(await replayAfter(harm, titleId)).toEqual(told);
  });

  test('is part of the look at night', async () => {
    const titleId = await aLife();
    await pool().query(`UPDATE "Loan" SET "endedReason" = 'bukan ini' WHERE "titleId" = $1`, [titleId]);
    await proveInvariants();
    expect((await lastLook('night'))?.violations['replay-differs']).toBeGreaterThan(0);
  });
});

test('the look at some titles goes by an index into every table that grows', async () => {
  const tx = await pool().connect();
  await tx.query('BEGIN; SET LOCAL enable_seqscan = off');
  const { rows } = await tx.query<{ 'QUERY PLAN': string }>(`EXPLAIN SELECT * FROM "invariant_violations" WHERE "titleId" = ANY($1::uuid[])`, [[await aTitle()]]);
  await tx.query('ROLLBACK');
  tx.release();
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  expect(plan.match(/Seq Scan on "?(Loan|Hold|CopyUse|Copy|LendingEvent|Message|Member|Title|Licence)\b/g) ?? []).toEqual([]);
});
