import pg from 'pg';
import { environment } from '@/lib/config/environment';
import { log } from '@/lib/log';
import { currentUnit, poolOf } from './unit';
import { sendInOnePacket } from './one-packet';
import { endSilence } from './silence';

// The driver cuts timestamps to milliseconds and reads bigint as text; counts of ours fit a number.
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => Number(text));

declare global {
  // One pool a process, also when Next.js evaluates a module twice (instrumentation and routes are bundled apart).
  var pinjamPool: pg.Pool | undefined;
}

/** The one pool of connections; inside a unit (unit.ts) its one connection. */
export function pool(): pg.Pool {
  const unit = currentUnit();
  return unit === undefined ? thePool() : (poolOf(unit) as pg.Pool);
}

/** Whatever unit this is in: for who opens a transaction of its own. */
export function thePool(): pg.Pool {
  globalThis.pinjamPool ??= openPool();
  return globalThis.pinjamPool;
}

/** For scripts and tests that end by themselves. */
export async function closePool(): Promise<void> {
  const open = globalThis.pinjamPool;
  globalThis.pinjamPool = undefined;
  await open?.end();
}

function openPool(): pg.Pool {
  const made = new pg.Pool({
    connectionString: environment().DATABASE_URL,
    max: 12,
    // statements that do not wait for each other's answers travel together (see transaction.ts)
    pipeline: true,
    connectionTimeoutMillis: 3000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    application_name: 'pinjam',
    // many small statements: compiling one (where PostgreSQL can) takes longer than carrying it out
    options: '-c jit=off -c statement_timeout=15000 -c idle_in_transaction_session_timeout=20000',
  });
  // Without a listener a broken idle connection (a restarting server) would end the process.
  made.on('error', (error) => log.warn({ err: error }, 'idle database connection lost'));
  // The same for one that is out, between two statements of a transaction: its next statement says so.
  made.on('connect', (client) => {
    client.on('error', () => undefined);
    sendInOnePacket(client);
  });
  endSilence(made, environment().DATABASE_URL);
  return made;
}
