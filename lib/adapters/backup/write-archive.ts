import { createReadStream, createWriteStream, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { pack, type Pack } from 'tar-stream';
import { getObject, listObjects } from '@/lib/adapters/s3/storage';
import { environment } from '@/lib/config/environment';
import { version } from '@/lib/config/version';
import { archiveFormat, type Manifest } from './manifest';
import { migrationsOf, sequencesOf, tablesOf } from './tables';

/**
 * Writes database and files into one tar while the library runs. The database is read in one snapshot; the files are read
 * after it, so that whatever the snapshot names is there (files are added before rows name them).
 */
export async function writeArchive(path: string): Promise<{ readonly sizeBytes: number; readonly objectCount: number }> {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const workshop = mkdtempSync(join(dirname(path), '.backup-'));
  const archive = pack();
  const unfinished = `${path}.part`;
  const written = pipeline(archive, createWriteStream(unfinished, { mode: 0o600, flush: true }));
  written.catch(() => undefined);
  try {
    await addDatabase(archive, workshop);
    const objectCount = await addObjects(archive);
    archive.finalize();
    await written;
    renameSync(unfinished, path);
    return { sizeBytes: statSync(path).size, objectCount };
  } finally {
    archive.destroy();
    rmSync(workshop, { recursive: true, force: true });
    if (existsSync(unfinished)) rmSync(unfinished);
  }
}

async function addDatabase(archive: Pack, workshop: string): Promise<void> {
  const client = new pg.Client({ connectionString: environment().DATABASE_URL, application_name: 'pinjam-backup' });
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const tables = await tablesOf(client);
    const manifest: Manifest = { format: archiveFormat, version, madeAt: new Date().toISOString(), migrations: await migrationsOf(client), tables, sequences: await sequencesOf(client) };
    await addText(archive, 'manifest.json', JSON.stringify(manifest, null, 2));
    for (const { name, columns } of tables) {
      const file = join(workshop, name);
      const list = columns.map((column) => client.escapeIdentifier(column)).join(', ');
      await pipeline(client.query(copyTo(`COPY ${client.escapeIdentifier(name)} (${list}) TO STDOUT`)), createWriteStream(file, { mode: 0o600 }));
      await addStream(archive, `database/${name}`, statSync(file).size, createReadStream(file));
      rmSync(file);
    }
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}

async function addObjects(archive: Pack): Promise<number> {
  let count = 0;
  for await (const { objectKey } of listObjects()) {
    const found = await getObject(objectKey);
    // swept between the list and now: nothing names it any more
    if (found === null) continue;
    await addStream(archive, `objects/${objectKey}`, found.sizeBytes, found.body, found.contentType);
    count += 1;
  }
  return count;
}

async function addText(archive: Pack, name: string, text: string): Promise<void> {
  await new Promise<void>((resolve, reject) => archive.entry({ name }, text, (error) => (error ? reject(error) : resolve())));
}

async function addStream(archive: Pack, name: string, size: number, content: Readable, contentType?: string): Promise<void> {
  await pipeline(content, archive.entry({ name, size, ...(contentType === undefined ? {} : { pax: { 'PINJAM.type': contentType } }) }));
}
