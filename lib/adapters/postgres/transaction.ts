import type pg from 'pg';
import { thePool } from './pool';
import { atSavepoint, currentUnit, inUnit } from './unit';

/** A connection inside a transaction. */
export type Tx = pg.PoolClient;

/** Sends a statement whose answer nobody needs: it travels with the COMMIT, and what goes wrong in it fails the transaction. */
export type Send = (statement: pg.QueryConfig) => void;

const triesAtMost = 12;

/**
 * Runs `work` in one READ COMMITTED transaction on one connection and commits; any error rolls back and is thrown.
 * A deadlock or serialization failure runs it again from the start, so `work` must do nothing outside the database.
 * The connection is a pipeline: statements are carried out in the order in which they were sent, awaited or not.
 */
export async function inTransaction<T>(work: (tx: Tx, send: Send) => Promise<T>): Promise<T> {
  const unit = currentUnit();
  // a deadlock inside a unit is the whole unit's: it runs again from its start
  if (unit !== undefined) return atSavepoint(unit, () => worked(unit.client, work));
  return inOwnTransaction(work);
}

/** One transaction around all that `work` does through pool() and inTransaction(), on one connection. */
export async function inOneTransaction<T>(work: (tx: Tx, send: Send) => Promise<T>): Promise<T> {
  return inOwnTransaction((tx, send) => inUnit(tx, () => work(tx, send)));
}

async function worked<T>(tx: Tx, work: (tx: Tx, send: Send) => Promise<T>): Promise<T> {
  const { send, sent } = sender(tx);
  const result = await work(tx, send);
  await Promise.all(sent);
  return result;
}

async function inOwnTransaction<T>(work: (tx: Tx, send: Send) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(work);
    } catch (error) {
      if (attempt >= triesAtMost || !mayRunAgain(error)) throw error;
      await pause(Math.random() * 10 * attempt);
    }
  }
}

async function once<T>(work: (tx: Tx, send: Send) => Promise<T>): Promise<T> {
  const tx = await thePool().connect();
  let broken: Error | undefined;
  try {
    const { send, sent } = sender(tx);
    const [, result] = await Promise.all([tx.query('BEGIN'), work(tx, send)]);
    // After a failed statement COMMIT answers well and rolls back: that statement's own answer tells.
    await Promise.all([...sent, tx.query('COMMIT')]);
    return result;
  } catch (error) {
    await tx.query('ROLLBACK').catch((failure: Error) => (broken = failure));
    throw error;
  } finally {
    tx.release(broken);
  }
}

function sender(tx: Tx): { send: Send; sent: Promise<unknown>[] } {
  const sent: Promise<unknown>[] = [];
  const send: Send = (statement) => {
    const answer = tx.query(statement);
    // its error is met where `sent` is awaited, or never when the work fails first
    answer.catch(() => undefined);
    sent.push(answer);
  };
  return { send, sent };
}

/** A serialization failure or a deadlock, in the transaction's own words. */
function mayRunAgain(error: unknown): boolean {
  const code = (error as { code?: unknown } | null | undefined)?.code;
  return code === '40001' || code === '40P01';
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
