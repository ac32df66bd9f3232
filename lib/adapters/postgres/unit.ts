import { AsyncLocalStorage } from 'node:async_hooks';
import type pg from 'pg';
import { aLine, type Line } from './line';

/**
 * One transaction around everything that a call does: what asks the pool or opens a transaction inside it works on this one
 * connection. So a call with an idempotency key and its kept answer are true together or not at all, kill -9 included.
 */
export type Unit = { readonly client: pg.PoolClient; /** Savepoints on one connection stand in line. */ readonly line: Line };

declare global {
  // One store a process, also when Next.js evaluates a module twice.
  var pinjamUnit: AsyncLocalStorage<Unit> | undefined;
}

function store(): AsyncLocalStorage<Unit> {
  globalThis.pinjamUnit ??= new AsyncLocalStorage<Unit>();
  return globalThis.pinjamUnit;
}

export function currentUnit(): Unit | undefined {
  return store().getStore();
}

export function inUnit<T>(client: pg.PoolClient, work: () => Promise<T>): Promise<T> {
  return store().run({ client, line: aLine() }, work);
}

/** What the pool is inside a unit: an error undoes its own statement only, as it would on a connection of its own. */
export function poolOf(unit: Unit): Pick<pg.Pool, 'query' | 'connect'> {
  const query = (...statement: unknown[]) => atSavepoint(unit, () => (unit.client.query as (...all: unknown[]) => Promise<unknown>).apply(unit.client, statement));
  const connect = () => Promise.resolve(Object.assign(Object.create(unit.client) as pg.PoolClient, { query, release: () => undefined }));
  return { query, connect } as unknown as Pick<pg.Pool, 'query' | 'connect'>;
}

/** Runs `work` so that its failure leaves the transaction usable; inside it, further savepoints stand in a line of their own. */
export async function atSavepoint<T>(unit: Unit, work: () => Promise<T>): Promise<T> {
  const turn = unit.line.takePlace();
  await turn.come();
  try {
    await unit.client.query('SAVEPOINT step');
    const result = await store().run({ client: unit.client, line: aLine() }, work);
    await unit.client.query('RELEASE SAVEPOINT step');
    return result;
  } catch (error) {
    await unit.client.query('ROLLBACK TO SAVEPOINT step; RELEASE SAVEPOINT step').catch(() => undefined);
    throw error;
  } finally {
    turn.leave();
  }
}
