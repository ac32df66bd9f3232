import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { connect, createServer, type AddressInfo } from 'node:net';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { stampHeartbeat } from '@/lib/operations/lending/stamp-heartbeat';
import { settleDue } from '@/lib/operations/lending/settle-due';
import { aProcess, type Child } from '../../support/child';
import { eventually } from '../../support/eventually';
import { freePort } from '../../support/free-port';
import { aHold, aLoan, aMember, aTitle, rowsOf } from '../../support/world';

const children: Child[] = [];
const start = (...given: Parameters<typeof aProcess>) => {
  const child = aProcess(...given);
  children.push(child);
  return child;
};
afterEach(async () => {
  await Promise.all(children.splice(0).map((child) => child.kill()));
  await pool().query('DELETE FROM "Heartbeat"; DELETE FROM "Outage"; DELETE FROM "TaskRun"');
});
afterAll(closePool);

const hour = 3_600_000;
const hoursAgo = (hours: number) => ({ at: new Date(Date.now() - hours * hour) });

/** An offer of 24 hours made 26 hours ago, and an outage that began ten hours ago, when eight hours of its window were left. */
async function aTurnInTheDark() {
  const titleId = await aTitle();
  await aLoan(titleId, await aMember(), hoursAgo(26 + 72.01));
  const hold = await aHold(titleId, await aMember(), hoursAgo(27));
  await settleDue(hoursAgo(26));
  const [offered] = await rowsOf<{ readyUntil: Date }>('SELECT "readyUntil" FROM "Hold" WHERE "id" = $1', [hold.id]);
  await pool().query(`DELETE FROM "Heartbeat"; INSERT INTO "Heartbeat" ("id", "at") VALUES (1, now() - interval '10 hours')`);
  return { titleId, holdId: hold.id, promised: offered?.readyUntil ?? new Date(0) };
}

const holdOf = async (id: string) => (await rowsOf<{ state: string; readyUntil: Date }>('SELECT "state", "readyUntil" FROM "Hold" WHERE "id" = $1', [id]))[0];
const creditsOf = (id: string) => rowsOf(`SELECT 1 FROM "LendingEvent" WHERE "holdId" = $1 AND "kind" = 'offer-extended'`, [id]);
const finished = (task: string) => rowsOf<{ dueAt: Date }>(`SELECT "dueAt" FROM "TaskRun" WHERE "task" = $1 AND "finishedAt" IS NOT NULL AND "error" IS NULL`, [task]);

describe('two server processes that start at once after an outage', () => {
  test('credit the offer once before either settles, then share the ticks', async () => {
    const { holdId, promised } = await aTurnInTheDark();
    const both = [start('clockwork', { RETURN_SCHEDULE: '* * * * * *' }), start('clockwork', { RETURN_SCHEDULE: '* * * * * *' })];
    await Promise.all(both.map(({ told }) => told));
    await eventually(async () => (await finished('settle-due')).length >= 4, { withinMs: 20_000 });
    const hold = await holdOf(holdId);
    expect(hold?.state).toBe('ready');
    expect(Math.round(((hold?.readyUntil.getTime() ?? 0) - promised.getTime()) / hour)).toBe(10);
    expect(await creditsOf(holdId)).toHaveLength(1);
  }, 60_000);
});

describe('a process killed between noting an outage and crediting it', () => {
  test('leaves the credit to the next one, who gives it once, before it settles', async () => {
    const { titleId, holdId } = await aTurnInTheDark();
    const lock = await pool().connect();
    await lock.query('BEGIN');
    await lock.query('SELECT 1 FROM "Title" WHERE "id" = $1 FOR UPDATE', [titleId]);
    const killed = start('stamp');
    await eventually(async () => (await rowsOf(`SELECT 1 FROM pg_stat_activity WHERE "wait_event_type" = 'Lock' AND "query" LIKE '%Title%'`)).length > 0, { withinMs: 20_000 });
    await killed.kill();
    await lock.query('COMMIT');
    lock.release();
    expect(await rowsOf('SELECT 1 FROM "Outage" WHERE "creditedAt" IS NULL')).toHaveLength(1);
    expect(await creditsOf(holdId)).toHaveLength(0);

    await settleDue();
    await stampHeartbeat();
    expect((await holdOf(holdId))?.state).toBe('ready');
    expect(await creditsOf(holdId)).toHaveLength(1);
  }, 60_000);
});

describe('a server that starts while the database is away', () => {
  test('comes up within seconds, and the clockwork follows when the database does', async () => {
    const { holdId } = await aTurnInTheDark();
    const database = new URL(process.env['DATABASE_URL'] ?? '');
    const port = await freePort();
    const behind = new URL(database);
    behind.port = String(port);
    const child = start('clockwork', { DATABASE_URL: behind.href });
    await child.told;
    expect(await finished('settle-due')).toHaveLength(0);

    const way = createServer((socket) => {
      const through = connect(Number(database.port), database.hostname);
      socket.pipe(through).pipe(socket);
      for (const end of [socket, through]) end.on('error', () => (socket.destroy(), through.destroy()));
    });
    await new Promise<void>((resolve) => way.listen(port, '127.0.0.1', resolve));
    expect((way.address() as AddressInfo).port).toBe(port);
    await eventually(async () => (await finished('settle-due')).length > 0, { withinMs: 15_000 });
    expect((await holdOf(holdId))?.state).toBe('ready');
    await child.kill();
    await new Promise((resolve) => way.close(resolve));
  }, 60_000);
});
