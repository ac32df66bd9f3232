import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { extract, type Header } from 'tar-stream';
import { migrate } from '@/lib/adapters/postgres/migrate';
import { putObject } from '@/lib/adapters/s3/storage';
import { CannotStart } from '@/lib/config/cannot-start';
import { environment } from '@/lib/config/environment';
import { manifestSchema, type Manifest } from './manifest';

/**
 * Puts an archive into an empty library: first the tables as they were when it was made, then the rows, then whatever
 * migrations came since, and the files. The rows are one transaction: an archive that breaks off leaves an empty library.
 */
export async function readArchive(path: string): Promise<{ readonly madeAt: string; readonly objectCount: number }> {
  const databaseUrl = environment().DATABASE_URL ?? '';
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'pinjam-restore' });
  const archive = extract();
  const source = pipeline(createReadStream(path), archive);
  source.catch(() => undefined);
  let manifest: Manifest | null = null;
  let areRowsIn = false;
  let objectCount = 0;
  try {
    for await (const entry of archive) {
      const content = Readable.from(entry);
      if (manifest === null) {
        manifest = await readManifest(entry.header, content);
        await prepareTables(client, databaseUrl, manifest);
      } else if (entry.header.name.startsWith('database/')) {
        await copyInto(client, manifest, entry.header.name.slice('database/'.length), content);
      } else {
        if (!areRowsIn) await finishRows(client, manifest);
        areRowsIn = true;
        objectCount += await storeObject(entry.header, content);
      }
    }
    await source;
    if (manifest === null) throw new CannotStart(`${path} is empty.`);
    if (!areRowsIn) await finishRows(client, manifest);
  } catch (error) {
    if (error instanceof CannotStart) throw error;
    throw new CannotStart(`${path} cannot be restored: ${(error as Error).message}`, { cause: error });
  } finally {
    await client.end().catch(() => undefined);
  }
  await migrate(databaseUrl);
  return { madeAt: manifest.madeAt, objectCount };
}

async function readManifest(header: Header, content: Readable): Promise<Manifest> {
  if (header.name !== 'manifest.json') throw new CannotStart('This file is no backup of Pinjam.');
  const chunks = (await content.toArray()) as Buffer[];
  const parsed = manifestSchema.safeParse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
  if (!parsed.success) throw new CannotStart('This backup is of a kind that this Pinjam does not know: use a newer Pinjam.');
  return parsed.data;
}

async function prepareTables(client: pg.Client, databaseUrl: string, manifest: Manifest): Promise<void> {
  await migrate(databaseUrl, undefined, manifest.migrations);
  await client.connect();
  const { rows } = await client.query<{ used: boolean }>(`SELECT EXISTS (SELECT 1 FROM "Member") OR EXISTS (SELECT 1 FROM "Title") AS "used"`);
  if (rows[0]?.used === true) throw new CannotStart('The library there is not empty: restore into an empty DATA_DIR or database.');
  await client.query('BEGIN');
  // rows come table by table: what they refer to may follow
  await client.query('SET LOCAL session_replication_role = replica');
  await client.query(`TRUNCATE ${manifest.tables.map(({ name }) => client.escapeIdentifier(name)).join(', ')} CASCADE`);
}

async function copyInto(client: pg.Client, manifest: Manifest, name: string, content: Readable): Promise<void> {
  const table = manifest.tables.find((known) => known.name === name);
  if (table === undefined) throw new CannotStart(`The backup holds a table that it does not declare: ${name}.`);
  const list = table.columns.map((column) => client.escapeIdentifier(column)).join(', ');
  await pipeline(content, client.query(copyFrom(`COPY ${client.escapeIdentifier(name)} (${list}) FROM STDIN`)));
}

async function finishRows(client: pg.Client, manifest: Manifest): Promise<void> {
  for (const { name, lastValue, isCalled } of manifest.sequences) await client.query('SELECT setval($1::regclass, $2::bigint, $3)', [`public.${client.escapeIdentifier(name)}`, lastValue, isCalled]);
  await client.query('COMMIT');
  await client.query('ANALYZE');
}

async function storeObject(header: Header, content: Readable): Promise<number> {
  if (!header.name.startsWith('objects/')) return 0;
  const contentType = (header.pax as Record<string, string> | undefined)?.['PINJAM.type'] ?? 'application/octet-stream';
  await putObject(header.name.slice('objects/'.length), content, { contentType, sizeBytes: header.size ?? 0 });
  return 1;
}
