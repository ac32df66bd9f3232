import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { pool } from '@/lib/adapters/postgres/pool';

export const corpora = resolve(process.env['PINJAM_CORPORA'] ?? '../shared/corpora');

export function hasCorpora(): boolean {
  return existsSync(join(corpora, 'records-100k.jsonl.gz'));
}

export function queries(): string[] {
  return readFileSync(join(corpora, 'queries.txt'), 'utf8').split('\n').filter((line) => line !== '');
}

type Bibliographic = { title: string; authors: string[]; year?: string; isbn?: string; lang?: string; subjects?: string[]; publisher?: string; copies?: number };

/** Puts records from `from` to `to` into the catalogue, with their copies, and tells the planner. */
export async function loadRecords(from: number, to: number): Promise<void> {
  const lines = createInterface({ input: createReadStream(join(corpora, 'records-100k.jsonl.gz')).pipe(createGunzip()) });
  let number = 0;
  let batch: Bibliographic[] = [];
  for await (const line of lines) {
    number += 1;
    if (number > to) break;
    if (number > from) batch.push(JSON.parse(line) as Bibliographic);
    if (batch.length >= 2000) batch = await insert(batch);
  }
  await insert(batch);
  await pool().query('ANALYZE "Title", "TitleSearch", "Licence", "Copy"');
}

async function insert(batch: readonly Bibliographic[]): Promise<Bibliographic[]> {
  const records = batch.map(({ title, authors, year, isbn, lang, subjects, publisher, copies }) => ({ title, authors, isbn, publisher, copies: copies ?? 1, language: lang ?? 'en', subjects: subjects ?? [], year: Number.parseInt(year ?? '', 10) || null }));
  const client = await pool().connect();
  try {
    await client.query('SET statement_timeout = 0');
    await client.query(
      `WITH given AS (SELECT gen_random_uuid() AS id, r.* FROM jsonb_to_recordset($1) AS r(title text, authors text[], isbn text, publisher text, copies int, language text, subjects text[], year int)),
       titles AS (INSERT INTO "Title" ("id", "title", "authors", "isbn", "publisher", "language", "subjects", "year", "publishedAt") SELECT id, title, authors, isbn, publisher, language, subjects, year, lending_now() FROM given RETURNING "id"),
       bought AS (INSERT INTO "Licence" ("titleId") SELECT "id" FROM titles RETURNING "id", "titleId")
       INSERT INTO "Copy" ("titleId", "licenceId") SELECT b."titleId", b."id" FROM bought b JOIN given g ON g.id = b."titleId" CROSS JOIN LATERAL generate_series(1, g.copies)`,
      [JSON.stringify(records)],
    );
  } finally {
    client.release(true);
  }
  return [];
}
