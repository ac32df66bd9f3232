// npm run demo: loads the demonstration into the library that the environment names.
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { environment } from '@/lib/config/environment';
import { log } from '@/lib/log';
import { clearUnfinished } from './demonstration/library/clear';
import { settlePeople } from './demonstration/library/people';
import { printBooks } from './demonstration/library/print-run';
import { fillShelves, unprintedBooks } from './demonstration/library/shelves';
import { leaveTraces } from './demonstration/library/traces';
import { replay } from './demonstration/replay/replay';
import { script } from './demonstration/replay/script';

/**
 * Loads the demonstration into the library that the environment names. Called on every start of a demonstration, also after
 * one that was killed in the middle: it sees what is there and adds only what is missing.
 */
export async function loadDemonstration(): Promise<void> {
  if (await isLoaded()) return;
  // a session of its own, so that of several processes that start at once one loads and the others wait for it
  const turn = new pg.Client({ connectionString: environment().DATABASE_URL });
  // a database that goes away is noticed by whoever asks it next; unheard, it would end the launcher
  turn.on('error', () => undefined);
  await turn.connect();
  try {
    await turn.query('SELECT pg_advisory_lock($1)', [demonstrationLock]);
    if (!(await isLoaded())) await load();
  } finally {
    await turn.end().catch(() => undefined);
  }
}

const demonstrationLock = 7270_2112;

async function load(): Promise<void> {
  const startedAt = Date.now();
  const { rows } = await pool().query<{ now: Date }>('SELECT lending_now() AS now');
  const now = rows[0]?.now ?? new Date();
  await settlePeople(now);
  await fillShelves(now);
  const isUntouched = await clearUnfinished();
  const books = await unprintedBooks();
  const [, replayed] = await Promise.all([printBooks(books), isUntouched ? replay(script(now), now) : null]);
  if (isUntouched) await leaveTraces(now);
  await pool().query(`INSERT INTO "Setting" ("name", "value") VALUES ('demonstration', jsonb_build_object('loadedAt', lending_now())) ON CONFLICT DO NOTHING`);
  log.info({ books: books.length, acts: replayed?.actCount ?? 0, ms: Date.now() - startedAt }, 'demonstration loaded');
}

async function isLoaded(): Promise<boolean> {
  const { rowCount } = await pool().query(`SELECT 1 FROM "Setting" WHERE "name" = 'demonstration'`);
  return rowCount === 1;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await loadDemonstration().finally(closePool);
}
