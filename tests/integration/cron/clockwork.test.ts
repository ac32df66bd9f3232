import { afterAll, afterEach, describe, expect, jest, test } from '@jest/globals';
import { getTasks } from 'node-cron';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { startEntry } from '@/lib/cron/start';
import { runEntry } from '@/lib/cron/run-entry';
import type { Entry } from '@/lib/cron/timetable';
import { lastRun } from '@/lib/operations/tasks/last-run';
import { lastTick } from '@/lib/operations/tasks/last-tick';
import { settleDue } from '@/lib/operations/lending/settle-due';
import { eventually } from '../../support/eventually';
import { aLoan, aMember, aTitle, rowsOf } from '../../support/world';

// a busy machine takes its time
jest.setTimeout(30_000);

afterEach(async () => {
  for (const task of getTasks().values()) await task.destroy();
  await pool().query('DELETE FROM "TaskRun"; DELETE FROM "Heartbeat"');
});
afterAll(closePool);

type Run = { task: string; dueAt: Date; finishedAt: Date | null; error: string | null };
const runsOf = (task: string) => rowsOf<Run>('SELECT * FROM "TaskRun" WHERE "task" = $1 ORDER BY "dueAt"', [task]);

function counted(entry: Omit<Entry, 'run'>): { entry: Entry; ran: () => number } {
  let count = 0;
  return { entry: { ...entry, run: async () => ({ count: (count += 1) }) }, ran: () => count };
}

describe('the timetable in several processes', () => {
  test('each tick is run by one of them', async () => {
    const { entry, ran } = counted({ task: 'every-second', schedule: '* * * * * *' });
    await Promise.all([startEntry(entry), startEntry(entry), startEntry(entry)]);
    const runs = await eventually(async () => ((await runsOf('every-second')).filter((run) => run.finishedAt !== null).length >= 3 ? runsOf('every-second') : null));
    expect(ran()).toBe(runs.length);
    expect(new Set(runs.map((run) => run.dueAt.getTime())).size).toBe(runs.length);
  });

  test('of eight that claim the same due time one runs', async () => {
    const { entry, ran } = counted({ task: 'claimed', schedule: '* * * * *' });
    const dueAt = new Date('2026-11-22T01:00:00Z');
    await Promise.all(Array.from({ length: 8 }, () => runEntry(entry, dueAt, null)));
    expect(ran()).toBe(1);
  });

  test('two that start in the same minute share the catch-up of a missed nightly run', async () => {
    const { entry, ran } = counted({ task: 'nightly', schedule: '17 2 * * *', atStart: 'when-missed' });
    await Promise.all([startEntry(entry), startEntry(entry)]);
    expect(ran()).toBe(1);
  });
});

describe('catching up at start', () => {
  test('a nightly task whose last good run is two days ago runs at once, one of an hour ago does not', async () => {
    const late = counted({ task: 'late', schedule: '17 2 * * *', atStart: 'when-missed' });
    const fresh = counted({ task: 'fresh', schedule: '17 2 * * *', atStart: 'when-missed' });
    await aGoodRun('late', 48);
    await aGoodRun('fresh', 1);
    await Promise.all([startEntry(late.entry), startEntry(fresh.entry)]);
    expect([late.ran(), fresh.ran()]).toEqual([1, 0]);
  });

  test('a run that failed or was killed in the middle does not count as the last one', async () => {
    const { entry, ran } = counted({ task: 'killed', schedule: '17 2 * * *', atStart: 'when-missed' });
    await pool().query(`INSERT INTO "TaskRun" ("task", "dueAt") VALUES ('killed', now() - interval '1 hour')`);
    await pool().query(`INSERT INTO "TaskRun" ("task", "dueAt", "finishedAt", "error") VALUES ('killed', now() - interval '2 hours', now(), 'Error')`);
    await startEntry(entry);
    expect(ran()).toBe(1);
  });

  test('a loan that ran out while nothing ran is marked as ended at its due time, not at the time of the start', async () => {
    const loan = await aLoan(await aTitle(), await aMember(), { at: new Date(Date.now() - 100 * 3_600_000) });
    await startEntry({ task: 'settle-due', schedule: '0 0 1 1 *', run: settleDue, atStart: 'always' });
    const [ended] = await rowsOf<{ state: string; endedAt: Date }>('SELECT "state", "endedAt" FROM "Loan" WHERE "id" = $1', [loan.id]);
    expect(ended).toEqual({ state: 'expired', endedAt: loan.dueAt });
  });
});

describe('a task that throws', () => {
  test('is written down without its message, and its next run comes', async () => {
    let tries = 0;
    const run = async () => {
      tries += 1;
      if (tries === 1) throw Object.assign(new Error('budi@example.org is not there'), { code: 'E42' });
      return {};
    };
    await startEntry({ task: 'broken', schedule: '* * * * * *', run });
    const runs = await eventually(async () => {
      const done = (await runsOf('broken')).filter((each) => each.finishedAt !== null);
      return done.length >= 2 ? done : null;
    });
    expect(runs[0]?.error).toBe('Error E42');
    expect(runs[1]?.error).toBeNull();
  });
});

describe('what health hears of the auto-return task', () => {
  test('its last good tick; missed only when its own schedule is five minutes overdue', async () => {
    expect(await lastTick()).toBeNull();
    const monthly: Entry = { task: 'settle-due', schedule: '0 0 1 * *', run: settleDue, atStart: 'always' };
    await startEntry(monthly);
    expect(await lastTick()).toMatchObject({ isMissed: false, facts: { titleCount: expect.any(Number) } });
    await pool().query(`UPDATE "TaskRun" SET "nextDueAt" = now() - interval '4 minutes'`);
    expect((await lastTick())?.isMissed).toBe(false);
    await pool().query(`UPDATE "TaskRun" SET "nextDueAt" = now() - interval '6 minutes'`);
    expect((await lastTick())?.isMissed).toBe(true);
  });

  test('a schedule that ticks and fails each time is missed too', async () => {
    await aGoodRun('settle-due', 1);
    await pool().query(`UPDATE "TaskRun" SET "nextDueAt" = "dueAt" + interval '1 minute'`);
    await runEntry({ task: 'settle-due', schedule: '* * * * *', run: () => Promise.reject(new Error('no')) }, new Date(), new Date(Date.now() + 60_000));
    expect((await lastTick())?.isMissed).toBe(true);
    expect((await lastRun('settle-due'))?.error).toBeNull();
  });
});

async function aGoodRun(task: string, hoursAgo: number): Promise<void> {
  await pool().query(`INSERT INTO "TaskRun" ("task", "dueAt", "startedAt", "finishedAt") VALUES ($1, now() - $2 * interval '1 hour', now() - $2 * interval '1 hour', now() - $2 * interval '1 hour')`, [task, hoursAgo]);
}
