import { afterAll, describe, expect, test } from '@jest/globals';
import { keepLook, lastLook } from '@/lib/adapters/postgres/looks';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { metricsText } from '@/lib/http/metrics';
import { countForMetrics } from '@/lib/operations/health/count-for-metrics';
import { invariantsHealth } from '@/lib/operations/health/invariants-health';
import { proveInvariants } from '@/lib/operations/health/prove-invariants';
import { watchInvariants } from '@/lib/operations/health/watch-invariants';
import { aHold, aLoan, aMember, aTitle, rowsOf } from '../../support/world';

afterAll(closePool);

/** A loan whose beginning nobody wrote down. */
async function aViolation(): Promise<string> {
  const titleId = await aTitle();
  const loan = await aLoan(titleId, await aMember());
  await pool().query(`DELETE FROM "LendingEvent" WHERE "loanId" = $1`, [loan.id]);
  await aHold(titleId, await aMember());
  return titleId;
}

const mend = (titleId: string) =>
  pool().query(`INSERT INTO "LendingEvent" ("titleId", "at", "kind", "actorKind", "channel", "loanId", "facts") SELECT "titleId", "borrowedAt", 'loan-began', 'member', 'web', "id", '{}' FROM "Loan" WHERE "titleId" = $1`, [titleId]);

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

test('the look at some titles goes by an index into every table that grows', async () => {
  const tx = await pool().connect();
  await tx.query('BEGIN; SET LOCAL enable_seqscan = off');
  const { rows } = await tx.query<{ 'QUERY PLAN': string }>(`EXPLAIN SELECT * FROM "invariant_violations" WHERE "titleId" = ANY($1::uuid[])`, [[await aTitle()]]);
  await tx.query('ROLLBACK');
  tx.release();
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  expect(plan.match(/Seq Scan on "?(Loan|Hold|CopyUse|Copy|LendingEvent|Message|Member|Title|Licence)\b/g) ?? []).toEqual([]);
});
