import pg from 'pg';
import { log } from '@/lib/log';

const suspectAfterMs = 3000;
const lookEveryMs = 1000;
const probeMs = 3000;

/**
 * A database server that answers nothing and hangs up on nobody (a frozen machine, a cut line) would hold every caller until
 * the system gives up, after a quarter of an hour. So a connection that has been out for some seconds is a reason to ask over a new one;
 * when that is not answered either, the connections that are out are ended: their callers hear that the database is away.
 */
export function endSilence(pool: pg.Pool, connectionString: string | undefined): void {
  const out = new Map<pg.PoolClient, number>();
  let isLooking = false;
  pool.on('acquire', (client) => out.set(client, Date.now()));
  pool.on('release', (_error, client) => out.delete(client));
  pool.on('remove', (client) => out.delete(client));
  const timer = setInterval(() => (pool.ended ? clearInterval(timer) : void look()), lookEveryMs).unref();

  async function look(): Promise<void> {
    const suspects = [...out].filter(([, since]) => Date.now() - since > suspectAfterMs);
    if (isLooking || suspects.length === 0) return;
    isLooking = true;
    const isSilent = !(await answers(connectionString));
    // an answer may have come meanwhile
    const waiting = suspects.filter(([client, since]) => out.get(client) === since);
    if (isSilent && waiting.length > 0) {
      log.warn({ connections: waiting.length }, 'the database is silent: ending the connections that wait for it');
      for (const [client] of waiting) hangUp(client);
    }
    isLooking = false;
  }
}

async function answers(connectionString: string | undefined): Promise<boolean> {
  const probe = new pg.Client({ connectionString, connectionTimeoutMillis: probeMs, query_timeout: probeMs, application_name: 'pinjam-probe' });
  probe.on('error', () => undefined);
  try {
    await probe.connect();
    await probe.query('SELECT 1');
    return true;
  } catch (error) {
    // a server that has no room for one more is a server that answers
    return /^(53|28|3D)/.test((error as { code?: string }).code ?? '');
  } finally {
    hangUp(probe);
  }
}

/** `end()` would wait for an answer; what waits for one is told that the connection is gone. */
function hangUp(client: pg.ClientBase): void {
  (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
}
