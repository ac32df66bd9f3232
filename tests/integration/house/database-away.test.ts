import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { inTransaction } from '@/lib/adapters/postgres/transaction';
import { forgetEnvironment } from '@/lib/config/environment';
import { refusalOfError } from '@/lib/http/errors';
import { eventually } from '../../support/eventually';
import { aLineTo, type TcpLine } from '../../support/tcp-line';

const here = process.env['DATABASE_URL'] ?? '';
const away = { code: 'away', part: 'database' };

async function refusalOf(work: Promise<unknown>) {
  return work.then(() => null, (error: unknown) => refusalOfError(error) ?? error);
}

describe('a connection that is ended by the server', () => {
  async function endBackend(pid: number): Promise<void> {
    const other = new pg.Client({ connectionString: here });
    await other.connect();
    await other.query('SELECT pg_terminate_backend($1)', [pid]);
    await other.end();
  }

  const pidOf = async (tx: pg.PoolClient) => (await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS "pid"')).rows[0]?.pid ?? 0;

  test('between two statements of a transaction: the call hears "away", the process lives, the next call works', async () => {
    const refusal = await refusalOf(
      inTransaction(async (tx) => {
        await endBackend(await pidOf(tx));
        // until the news is here: what is asked after it is a question to a dead connection
        await eventually(async () => (await refusalOf(tx.query('SELECT 1'))) !== null);
        await tx.query('SELECT 1');
      }),
    );
    expect(refusal).toEqual(away);
    expect((await pool().query('SELECT 1')).rowCount).toBe(1);
  });

  test('in the middle of a statement: the same', async () => {
    const refusal = await refusalOf(
      inTransaction(async (tx) => {
        const pid = await pidOf(tx);
        const sleeping = tx.query('SELECT pg_sleep(30)');
        sleeping.catch(() => undefined);
        await endBackend(pid);
        await sleeping;
      }),
    );
    expect(refusal).toEqual(away);
    expect((await pool().query('SELECT 1')).rowCount).toBe(1);
  });
});

describe('a database behind a line', () => {
  let line: TcpLine;

  async function use(url: string): Promise<void> {
    await closePool();
    process.env['DATABASE_URL'] = url;
    forgetEnvironment();
  }

  beforeAll(async () => {
    const { port } = new URL(here);
    line = await aLineTo(Number(port));
    await use(here.replace(`:${port}/`, `:${line.port}/`));
  });

  afterAll(async () => {
    await line.become('carries');
    await use(here);
    await line.close();
  });

  test.each(['down', 'silent'] as const)('that is %s: who asks and who waits hears "away", and it works again by itself', async (mood) => {
    expect((await pool().query('SELECT 1')).rowCount).toBe(1);
    const waiting = refusalOf(pool().query('SELECT pg_sleep(120)'));
    await eventually(() => pool().totalCount > pool().idleCount);
    await line.become(mood);
    expect(await refusalOf(pool().query('SELECT 1'))).toEqual(away);
    expect(await refusalOf(inTransaction((tx) => tx.query('SELECT 1')))).toEqual(away);
    expect(await waiting).toEqual(away);
    await line.become('carries');
    expect((await pool().query('SELECT 1')).rowCount).toBe(1);
  });

  test('that is only slow to answer a long question is left to answer it', async () => {
    await line.become('carries');
    expect((await pool().query('SELECT pg_sleep(5)')).rowCount).toBe(1);
  });
});
