import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { forgetOldBackups, listBackups, newestBackup, backupFolder } from '@/lib/adapters/backup/shelf';
import { readArchive } from '@/lib/adapters/backup/read-archive';
import { writeArchive } from '@/lib/adapters/backup/write-archive';
import { headObject, putObject, readObject } from '@/lib/adapters/s3/storage';
import { forgetEnvironment } from '@/lib/config/environment';
import { keepNightlyBackup } from '@/lib/operations/health/keep-nightly-backup';
import { workerBucket } from '../../support/test-keys';

const folder = mkdtempSync(join(tmpdir(), 'pinjam-backup-'));
const here = process.env['DATABASE_URL'] ?? '';
const there = here.replace(/\w+$/, (name) => `${name}_restored`);
const file = join(folder, 'library.tar');

async function query<T extends object>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<T>(sql).finally(() => client.end());
  return rows;
}

function useLibrary(databaseUrl: string, bucket: string): void {
  Object.assign(process.env, { DATABASE_URL: databaseUrl, S3_BUCKET: bucket, DATA_DIR: folder, NIGHTLY_BACKUP: '1' });
  forgetEnvironment();
}

beforeAll(async () => {
  await query(here, `INSERT INTO "Member" ("memberNumber", "name", "email", "passwordHash") VALUES ('ID-1', 'Siti "Aminah"\tdari\nAmuntai', 'siti@pinjam.example', 'x')`);
  await query(here, `INSERT INTO "Title" ("title", "language", "authors", "subjects") VALUES ('Laskar \\ Pelangi', 'id', ARRAY['Andrea, "H"'], '{}')`);
  await query(here, `SELECT nextval('member_number'), nextval('hold_queue_number')`);
  await putObject('isi/laskar pelangi.pdf', Buffer.from('%PDF-1.7 …'), { contentType: 'application/pdf' });
  await query(here, `DROP DATABASE IF EXISTS ${there.split('/').at(-1) ?? ''} WITH (FORCE)`);
  await query(here, `CREATE DATABASE ${there.split('/').at(-1) ?? ''}`);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a backup', () => {
  test('brings back every row, every number drawn and every file, in an empty library', async () => {
    useLibrary(here, process.env['S3_BUCKET'] ?? '');
    const written = await writeArchive(file);
    const before = { members: await query(here, 'SELECT * FROM "Member"'), titles: await query(here, 'SELECT * FROM "Title"'), policy: await query(here, 'SELECT * FROM "Policy"') };

    useLibrary(there, workerBucket(32));
    const restored = await readArchive(file);
    expect(restored.objectCount).toBe(written.objectCount);
    expect({ members: await query(there, 'SELECT * FROM "Member"'), titles: await query(there, 'SELECT * FROM "Title"'), policy: await query(there, 'SELECT * FROM "Policy"') }).toEqual(before);
    expect((await readObject('isi/laskar pelangi.pdf'))?.toString()).toBe('%PDF-1.7 …');
    expect(await headObject('isi/laskar pelangi.pdf')).toMatchObject({ contentType: 'application/pdf' });
    const [next] = await query<{ number: string }>(there, `SELECT nextval('member_number') AS number`);
    expect(Number(next?.number)).toBeGreaterThan(1);
  });

  test('is never poured over a library that has members', async () => {
    useLibrary(there, workerBucket(32));
    await expect(readArchive(file)).rejects.toThrow('not empty');
  });

  test.each([
    ['something else', 'no archive at all'],
    ['nothing', ''],
  ])('is refused when the file is %s', async (_what, content) => {
    const other = join(folder, 'other.tar');
    writeFileSync(other, content);
    await expect(readArchive(other)).rejects.toThrow(/cannot be restored|empty/);
  });

  test('is made each night, and seven are kept', async () => {
    useLibrary(here, process.env['S3_BUCKET'] ?? '');
    await keepNightlyBackup();
    for (let night = 1; night <= 9; night += 1) {
      const old = join(backupFolder(folder), `pinjam-2026-01-0${night}-01-00.tar`);
      writeFileSync(old, 'x');
      utimesSync(old, new Date(`2026-01-0${night}`), new Date(`2026-01-0${night}`));
    }
    expect(forgetOldBackups(folder, 7)).toBe(3);
    expect(listBackups(folder)).toHaveLength(7);
    expect(Date.now() - (newestBackup(folder)?.madeAt.getTime() ?? 0)).toBeLessThan(60_000);
  });
});
