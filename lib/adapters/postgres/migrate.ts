import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { CannotStart } from '@/lib/config/cannot-start';
import { log } from '@/lib/log';

// Prisma's own lock number: whoever migrates, with this or with Prisma, waits for the other.
const migrationLock = 72707369;

/**
 * Brings the database up to the migrations in `folder`, keeping the book in Prisma's own table. One process at a time
 * (a session lock); each file with its entry is one transaction, so that a failed one leaves nothing behind. A restore asks for
 * `only` those that its backup had seen.
 */
export async function migrate(databaseUrl: string, folder = join(process.cwd(), 'prisma/migrations'), only?: readonly string[]): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000, application_name: 'pinjam-migrate' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await refuseOldServer(client);
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await client.query(book);
    return await applyMissing(client, folder, only);
  } finally {
    // ending the session gives the lock back
    await client.end();
  }
}

async function applyMissing(client: pg.Client, folder: string, only: readonly string[] | undefined): Promise<readonly string[]> {
  const known = await client.query<{ migration_name: string; checksum: string; finished_at: Date | null }>(
    'SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL',
  );
  const applied: string[] = [];
  const names = readdirSync(folder).filter((entry) => /^\d{14}_/.test(entry)).sort();
  const strange = only?.find((name) => !names.includes(name));
  if (strange !== undefined) throw new CannotStart(`The backup was made by a newer Pinjam (it knows ${strange}): use that one.`);
  for (const name of names.filter((known) => only?.includes(known) ?? true)) {
    const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
    const checksum = createHash('sha256').update(sql).digest('hex');
    const entry = known.rows.find((row) => row.migration_name === name);
    if (entry !== undefined && entry.finished_at === null) throw new CannotStart(`The migration ${name} was begun by another tool and never finished: restore a backup.`);
    if (entry !== undefined && entry.checksum !== checksum) throw new CannotStart(`The migration ${name} was changed after this database ran it: put the file back as it was.`);
    if (entry !== undefined) continue;
    await apply(client, name, sql, checksum);
    applied.push(name);
  }
  return applied;
}

async function apply(client: pg.Client, name: string, sql: string, checksum: string): Promise<void> {
  const startedAt = new Date();
  try {
    await client.query('BEGIN');
    await client.query(sql);
    await client.query(
      'INSERT INTO "_prisma_migrations" (id, checksum, started_at, finished_at, migration_name, applied_steps_count) VALUES ($1, $2, $3, clock_timestamp(), $4, 1)',
      [randomUUID(), checksum, startedAt, name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw new CannotStart(`The migration ${name} failed and left nothing behind: ${(error as Error).message}`, { cause: error });
  }
  log.info({ migration: name, ms: Date.now() - startedAt.getTime() }, 'migrated');
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ server_version_num: string }>('SHOW server_version_num');
  const major = Math.floor(Number(rows[0]?.server_version_num) / 10_000);
  if (major < 14) throw new CannotStart(`DATABASE_URL names PostgreSQL ${major}: Pinjam needs 14 or newer.`);
}

const book = `
  CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    id varchar(36) PRIMARY KEY NOT NULL,
    checksum varchar(64) NOT NULL,
    finished_at timestamptz,
    migration_name varchar(255) NOT NULL,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz NOT NULL DEFAULT now(),
    applied_steps_count integer NOT NULL DEFAULT 0
  )`;
