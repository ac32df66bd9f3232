import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { pipeline } from 'node:stream/promises';
import { corpora, hasCorpora } from '../records';
import type { LibrarySize } from './size';
import { withoutIndexes } from './without-indexes';

/**
 * Fills the library up to a size, by sets and not by calls: titles with two copies each, members, five years of ended
 * loans spread evenly (those beyond the retention period have pseudonyms already), one running loan for every second
 * member, and the turnaways of the last days. What was there stays; titles are the strangers' records, told apart by volume.
 */
export async function fillLibrary(databaseUrl: string, { titles, members, endedLoans }: LibrarySize): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, options: '-c statement_timeout=0' });
  await client.connect();
  try {
    // constraints hold by construction, and a million rows would fire their triggers one by one
    await client.query(`SET session_replication_role = replica; SET synchronous_commit = off; SET work_mem = '256MB'; SET maintenance_work_mem = '512MB'`);
    await client.query(`CREATE TABLE IF NOT EXISTS bench_copy (n bigint PRIMARY KEY, id uuid, "titleId" uuid, "licenceId" uuid); CREATE TABLE IF NOT EXISTS bench_member (n bigint PRIMARY KEY, id uuid)`);
    await loadSource(client);
    const before = await counts(client);
    await withoutIndexes(client, ['Title', 'TitleSearch', 'Copy', 'Member', 'CopyUse', 'Loan'], async () => {
      await addTitles(client, before.titles, titles);
      await addMembers(client, before.members, members);
      await addEndedLoans(client, before.loans, endedLoans);
      await addRunningLoans(client, Math.floor(before.members / 2), Math.floor(members / 2));
    });
    await client.query(`INSERT INTO "Turnaway" ("titleId", "memberId", "kind", "at") SELECT c."titleId", m.id, 'hold-placed', lending_now() - random() * interval '30 days'
      FROM generate_series(1, $1::int) i JOIN bench_copy c ON c.n = (i * 6151::bigint) % $2 JOIN bench_member m ON m.n = (i * 7919::bigint) % $3`, [Math.floor(endedLoans / 1000), titles * 2, members]);
    await client.query('ANALYZE');
  } finally {
    await client.end();
  }
}

/** The 100,000 records of strangers, or names made up when they are not here. */
async function loadSource(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ is: boolean }>(`SELECT to_regclass('bench_record') IS NOT NULL AS "is"`);
  if (rows[0]?.is === true) return;
  await client.query('CREATE UNLOGGED TABLE bench_record (n bigserial PRIMARY KEY, record jsonb)');
  if (!hasCorpora()) {
    await client.query(`INSERT INTO bench_record (record) SELECT jsonb_build_object('title', 'Sungai ' || md5(i::text), 'authors', jsonb_build_array('Penulis ' || i % 5000), 'lang', 'id', 'subjects', jsonb_build_array('Subjek ' || i % 200)) FROM generate_series(1, 100000) i`);
    return;
  }
  // a quote or delimiter that no JSON line has: each line is one value
  const copy = client.query(copyFrom(`COPY bench_record (record) FROM STDIN (FORMAT csv, DELIMITER E'\\x01', QUOTE E'\\x02')`));
  await pipeline(createReadStream(join(corpora, 'records-100k.jsonl.gz')), createGunzip(), copy);
}

async function counts(client: pg.Client): Promise<{ titles: number; members: number; loans: number }> {
  const { rows } = await client.query<{ titles: string; members: string; loans: string }>(
    `SELECT (SELECT count(*) FROM bench_copy) / 2 AS titles, (SELECT count(*) FROM bench_member) AS members, (SELECT count(*) FROM "Loan" WHERE "pseudonym" IS NOT NULL OR "endedReason" = 'bench') AS loans`,
  );
  const found = rows[0] ?? { titles: '0', members: '0', loans: '0' };
  return { titles: Number(found.titles), members: Number(found.members), loans: Number(found.loans) };
}

async function addTitles(client: pg.Client, from: number, to: number): Promise<void> {
  if (to <= from) return;
  await client.query(
    `CREATE TEMP TABLE fresh AS SELECT gen_random_uuid() AS id, gen_random_uuid() AS licence, i, r.record FROM generate_series($1::bigint, $2::bigint - 1) i JOIN bench_record r ON r.n = 1 + i % 100000`,
    [from, to],
  );
  await client.query(`INSERT INTO "Title" ("id", "title", "authors", "isbn", "publisher", "language", "subjects", "year", "publishedAt", "createdAt", "lendingChangedAt")
    SELECT id, concat(record ->> 'title', CASE WHEN i >= 100000 THEN ' jilid ' || (i / 100000 + 1) END), ARRAY(SELECT jsonb_array_elements_text(record -> 'authors')), record ->> 'isbn', record ->> 'publisher', coalesce(record ->> 'lang', 'en'),
      ARRAY(SELECT jsonb_array_elements_text(coalesce(record -> 'subjects', '[]'))), CASE WHEN record ->> 'year' ~ '^\\d{4}$' THEN (record ->> 'year')::int END, lending_now() - i * interval '1 second', '2020-01-01', '2020-01-01' FROM fresh`);
  await client.query(`INSERT INTO "TitleSearch" ("titleId", "document", "phrase")
    SELECT t."id", search_lexemes(t."title", 'A') || search_lexemes(array_to_string(t."authors", ' '), 'B') || search_lexemes(array_to_string(t."subjects", ' '), 'C'), left(plain_words(concat_ws(' ', t."title", array_to_string(t."authors", ' '))), 300)
    FROM "Title" t JOIN fresh f ON f.id = t."id"`);
  await client.query(`INSERT INTO "SearchWord" ("word") SELECT DISTINCT word FROM fresh f JOIN "TitleSearch" s ON s."titleId" = f.id, string_to_table(s."phrase", ' ') AS word WHERE length(word) BETWEEN 3 AND 40 ON CONFLICT DO NOTHING`);
  await client.query(`INSERT INTO "Licence" ("id", "titleId") SELECT licence, id FROM fresh`);
  await client.query(`WITH made AS (INSERT INTO "Copy" ("titleId", "licenceId", "addedAt") SELECT id, licence, '2019-01-01' FROM fresh, generate_series(1, 2) RETURNING "id", "titleId", "licenceId")
    INSERT INTO bench_copy SELECT (SELECT count(*) FROM bench_copy) + row_number() OVER () - 1, "id", "titleId", "licenceId" FROM made`);
  await client.query('DROP TABLE fresh');
}

async function addMembers(client: pg.Client, from: number, to: number): Promise<void> {
  await client.query(
    `WITH made AS (INSERT INTO "Member" ("name", "memberNumber", "consentVersion", "consentAt") SELECT 'Anggota ' || md5(i::text), 'B' || i, '1', lending_now() FROM generate_series($1::bigint, $2::bigint - 1) i RETURNING "id")
     INSERT INTO bench_member SELECT $1 + row_number() OVER () - 1, "id" FROM made`,
    [from, to],
  );
}

/** Loan i uses copy i modulo the copies; the rounds lie one after the other in five years, so that no two overlap. */
async function addEndedLoans(client: pg.Client, from: number, to: number): Promise<void> {
  await client.query(
    `CREATE TEMP TABLE past AS
     WITH size AS (SELECT count(*) AS copies, interval '1820 days' / ceil($2::numeric / count(*))::int AS round FROM bench_copy), members AS (SELECT count(*) AS members FROM bench_member),
     span AS (SELECT gen_random_uuid() AS id, c.id AS copy, c."titleId", c."licenceId", m.id AS member,
         date_trunc('second', lending_now() - interval '1825 days' + (i / copies) * round + random() * (round - interval '4 days')) AS begun, random() < 0.7 AS expires, random() AS part
       FROM size, members, generate_series($1::bigint, $2::bigint - 1) i JOIN bench_copy c ON c.n = i % (SELECT count(*) FROM bench_copy) JOIN bench_member m ON m.n = (i * 7919) % (SELECT count(*) FROM bench_member))
     SELECT *, begun + interval '3 days' AS due, CASE WHEN expires THEN begun + interval '3 days' ELSE date_trunc('second', begun + part * interval '3 days') END AS ended FROM span`,
    [from, to],
  );
  // what an earlier, smaller filling lent at the same time stays
  await client.query(`DELETE FROM past p USING "CopyUse" u WHERE u."copyId" = p.copy AND u."from" < p.ended AND u."until" > p.begun`);
  await client.query(`INSERT INTO "CopyUse" ("id", "titleId", "licenceId", "copyId", "kind", "from", "until") SELECT id, "titleId", "licenceId", copy, 'loan', begun, ended FROM past`);
  await client.query(`INSERT INTO "Loan" ("id", "titleId", "memberId", "pseudonym", "state", "borrowedAt", "dueAt", "endedAt", "endedReason", "firstOpenedAt")
    SELECT id, "titleId", CASE WHEN ended > lending_now() - interval '90 days' THEN member END, CASE WHEN ended <= lending_now() - interval '90 days' THEN gen_random_uuid() END,
      CASE WHEN expires THEN 'expired' ELSE 'returned' END, begun, due, ended, 'bench', begun + (ended - begun) / 2 FROM past`);
  await client.query('DROP TABLE past');
}

async function addRunningLoans(client: pg.Client, from: number, to: number): Promise<void> {
  await client.query(
    `WITH span AS (SELECT gen_random_uuid() AS id, c.id AS copy, c."titleId", c."licenceId", m.id AS member, date_trunc('second', lending_now() - random() * interval '2 days') AS begun
       FROM generate_series($1::bigint, $2::bigint - 1) i JOIN bench_member m ON m.n = i JOIN bench_copy c ON c.n = i * 3),
     used AS (INSERT INTO "CopyUse" ("id", "titleId", "licenceId", "copyId", "kind", "from", "until") SELECT id, "titleId", "licenceId", copy, 'loan', begun, begun + interval '3 days' FROM span)
     INSERT INTO "Loan" ("id", "titleId", "memberId", "state", "borrowedAt", "dueAt") SELECT id, "titleId", member, 'active', begun, begun + interval '3 days' FROM span`,
    [from, to],
  );
}
