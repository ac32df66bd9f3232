import type { Writable } from 'node:stream';
import { afterAll, expect, test } from '@jest/globals';
import type pg from 'pg';
import { closePool, thePool } from '@/lib/adapters/postgres/pool';

afterAll(closePool);

const valueOf = async (asked: Promise<pg.QueryResult<{ n: number }>>) => (await asked).rows[0]?.n;

async function onOneConnection(ask: (client: pg.PoolClient) => Promise<void>): Promise<void> {
  const client = await thePool().connect();
  try {
    await ask(client);
  } finally {
    client.release();
  }
}

/** How often bytes left for PostgreSQL. */
function writesOf(client: pg.PoolClient): () => number {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  let writes = 0;
  const [write, writev] = [stream._write.bind(stream), stream._writev?.bind(stream)];
  stream._write = (...given) => {
    writes += 1;
    write(...given);
  };
  stream._writev = (...given) => {
    writes += 1;
    writev?.(...given);
  };
  return () => writes;
}

test('statements that are asked together leave in one packet and are answered in their order', async () => {
  await onOneConnection(async (client) => {
    const writes = writesOf(client);
    const numbers = [1, 2, 3, 4];
    expect(await Promise.all(numbers.map((n) => valueOf(client.query('SELECT $1::int AS n', [n]))))).toEqual(numbers);
    expect(writes()).toBe(1);
  });
});

test('one of them that is wrong takes no other with it, and the connection goes on', async () => {
  await onOneConnection(async (client) => {
    const [before, wrong, after] = await Promise.allSettled([valueOf(client.query('SELECT 1 AS n')), client.query('SELECT no_such_thing'), valueOf(client.query('SELECT 3 AS n'))]);
    expect([before, wrong.status, after]).toEqual([{ status: 'fulfilled', value: 1 }, 'rejected', { status: 'fulfilled', value: 3 }]);
    expect(await valueOf(client.query('SELECT 4 AS n'))).toBe(4);
  });
});

test('what is asked after an answer waits for nothing', async () => {
  await onOneConnection(async (client) => {
    for (const n of [1, 2, 3]) expect(await valueOf(client.query('SELECT $1::int AS n', [n]))).toBe(n);
  });
});
