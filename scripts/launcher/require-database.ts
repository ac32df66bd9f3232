import pg from 'pg';
import { CannotStart } from '@/lib/config/cannot-start';

const patienceMs = 20_000;

/** Waits for a database of one's own, which may be starting beside us. */
export async function requireDatabase(url: string): Promise<void> {
  for (const startedAt = Date.now(); ; ) {
    const problem = await attempt(url);
    if (problem === null) return;
    if (Date.now() - startedAt > patienceMs) throw new CannotStart(`The database of DATABASE_URL does not answer: ${problem}.`);
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

async function attempt(url: string): Promise<string | null> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 4000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return null;
  } catch (error) {
    return (error as Error).message || (error as NodeJS.ErrnoException).code || 'no reason given';
  } finally {
    await client.end().catch(() => undefined);
  }
}
