import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { sweepCirculations, titlesAtOnce } from '@/lib/adapters/postgres/circulation/sweep';
import { replayTitle } from '@/lib/adapters/postgres/circulation/replay';
import { violationsOf } from '@/lib/adapters/postgres/invariants';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { aProcess } from '../../support/child';
import { titlesWithEndedLoans } from '../../support/ended-loans';
import { eventually } from '../../support/eventually';
import { rowsOf } from '../../support/world';

beforeEach(async () => void (await sweepCirculations()));
afterEach(() => pool().query('DROP TRIGGER IF EXISTS "in_the_way" ON "Loan"; DROP TRIGGER IF EXISTS "in_the_way" ON "Title"; DROP FUNCTION IF EXISTS in_the_way'));
afterAll(closePool);

async function statesOf(titleIds: readonly string[]): Promise<string[]> {
  return (await rowsOf<{ state: string }>('SELECT "state" FROM "Loan" WHERE "titleId" = ANY($1) ORDER BY "titleId"', [titleIds])).map(({ state }) => state);
}

/** Who was told: of the end of a loan, of a turn. */
async function toldOf(titleIds: readonly string[]): Promise<{ ended: number; turns: number }> {
  const told = await rowsOf<{ kind: string }>(`SELECT "kind" FROM "Message" WHERE "titleId" = ANY($1) AND "channel" = 'notice'`, [titleIds]);
  return { ended: told.filter(({ kind }) => kind === 'loan-ended').length, turns: told.filter(({ kind }) => kind === 'your-turn').length };
}

/** The database refuses, or what else is said, to end the loan of a title. */
async function refuse(titleId: string, happening = `RAISE EXCEPTION 'not this one' USING ERRCODE = 'check_violation'`): Promise<void> {
  await pool().query(`CREATE FUNCTION in_the_way() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${happening}; RETURN NEW; END $$`);
  await pool().query(`CREATE TRIGGER "in_the_way" BEFORE UPDATE ON "Loan" FOR EACH ROW WHEN (NEW."titleId" = '${titleId}') EXECUTE FUNCTION in_the_way()`);
}

describe('a title that cannot be settled', () => {
  async function threeTitles(happening?: string): Promise<readonly string[]> {
    const titleIds = await titlesWithEndedLoans(3);
    await refuse(titleIds[1] ?? '', happening);
    return titleIds;
  }

  test('does not stop the others of its batch, is counted, and is settled once it can be', async () => {
    const titleIds = await threeTitles();
    expect(await sweepCirculations()).toMatchObject({ titleCount: 2, counts: { 'loan-ended': 2 }, failedCount: 1 });
    expect(await statesOf(titleIds)).toEqual(['expired', 'active', 'expired']);
    expect(await toldOf(titleIds)).toEqual({ ended: 2, turns: 1 });
    await pool().query('DROP TRIGGER "in_the_way" ON "Loan"');
    expect(await sweepCirculations()).toMatchObject({ titleCount: 1, failedCount: 0 });
    expect(await statesOf(titleIds)).toEqual(['expired', 'expired', 'expired']);
    expect(await toldOf(titleIds)).toEqual({ ended: 3, turns: 1 });
  });

  test('is no matter of a database that goes away in the middle: then the whole sweep fails, and says so', async () => {
    await threeTitles('PERFORM pg_terminate_backend(pg_backend_pid())');
    await expect(sweepCirculations()).rejects.toThrow();
  });

  test('because a member holds it is left to that member, and nobody waits', async () => {
    const titleIds = await titlesWithEndedLoans(2);
    const holder = await pool().connect();
    try {
      await holder.query('BEGIN');
      await holder.query('SELECT 1 FROM "Title" WHERE "id" = $1 FOR NO KEY UPDATE', [titleIds[0]]);
      expect(await sweepCirculations()).toMatchObject({ titleCount: 1, failedCount: 0 });
    } finally {
      await holder.query('ROLLBACK');
      holder.release();
    }
    expect(await statesOf(titleIds)).toEqual(['active', 'expired']);
  });
});

describe('more ends than a batch holds', () => {
  const count = titlesAtOnce * 2;
  const all = { ended: count, turns: Math.floor(count / 3) };

  test('are settled by two sweeps at once, each once, with its event and its message', async () => {
    const titleIds = await titlesWithEndedLoans(count);
    const both = await Promise.all([sweepCirculations(), sweepCirculations()]);
    expect(both.reduce((sum, { counts }) => sum + (counts['loan-ended'] ?? 0), 0)).toBe(all.ended);
    expect(both.reduce((sum, { counts }) => sum + (counts['offer-made'] ?? 0), 0)).toBe(all.turns);
    expect(await toldOf(titleIds)).toEqual(all);
    expect(await violationsOf(titleIds.slice(0, 12))).toEqual([]);
    for (const titleId of titleIds.slice(0, 12)) expect(await replayTitle(titleId)).toEqual([]);
  });

  test('are settled but for the one that cannot be, wherever it stands', async () => {
    const titleIds = await titlesWithEndedLoans(count + 1);
    await refuse(titleIds[titlesAtOnce - 1] ?? '');
    expect(await sweepCirculations()).toMatchObject({ titleCount: count, counts: { 'loan-ended': count }, failedCount: 1 });
    expect((await statesOf(titleIds)).indexOf('active')).toBe(titlesAtOnce - 1);
    expect((await toldOf(titleIds)).ended).toBe(count);
  });

  test('survive kill -9 in the middle of the second batch: each title is wholly done or not at all, and the next sweep does the rest', async () => {
    const titleIds = await titlesWithEndedLoans(count);
    const gate = new pg.Client({ connectionString: process.env['DATABASE_URL'] });
    await gate.connect();
    // the last title of the second batch waits at the gate, its rows already written
    await gate.query('CREATE FUNCTION in_the_way() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_advisory_xact_lock(4711); RETURN NEW; END $$');
    await gate.query(`CREATE TRIGGER "in_the_way" AFTER UPDATE ON "Title" FOR EACH ROW WHEN (NEW."id" = '${titleIds.at(-1) ?? ''}') EXECUTE FUNCTION in_the_way()`);
    await gate.query('SELECT pg_advisory_lock(4711)');
    const sweeper = aProcess('sweep');
    const pidAtTheGate = () => gate.query<{ pid: number }>(`SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND objid = 4711 AND NOT granted`).then(({ rows }) => rows[0]?.pid ?? null);
    const pid = await eventually(pidAtTheGate, { withinMs: 60_000 });
    await sweeper.kill();
    await gate.query('SELECT pg_advisory_unlock(4711)');
    // its COMMIT was sent with the rest; a server that has it carries it out, so the connection is cut before
    await gate.query('SELECT pg_terminate_backend($1)', [pid]);
    await eventually(async () => ((await gate.query('SELECT 1 FROM pg_stat_activity WHERE pid = $1', [pid])).rowCount === 0 ? true : null), { withinMs: 60_000 });
    await gate.end();

    const half = await toldOf(titleIds);
    expect((await statesOf(titleIds)).filter((state) => state === 'expired')).toHaveLength(half.ended);
    expect([titlesAtOnce, count]).toContain(half.ended);
    await pool().query('DROP TRIGGER "in_the_way" ON "Title"');
    await sweepCirculations();
    expect(await statesOf(titleIds)).toEqual(titleIds.map(() => 'expired'));
    expect(await toldOf(titleIds)).toEqual(all);
    expect(await violationsOf(titleIds.slice(-12))).toEqual([]);
  }, 120_000);
});
