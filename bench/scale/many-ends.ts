import pg from 'pg';
import { settleDue } from '@/lib/operations/lending/settle-due';
import type { Client } from '../client';
import { type Finding, median, rounded } from '../measure';
import { loggedIn, someMembers, someTitles } from '../people';

/** Issue 3's whole: 100,000 loans that end in the same minute, a fifth of them awaited. A tenth when nobody says. */
const loanCount = Math.round(100_000 * Number(process.env['BENCH_SCALE'] ?? '0.1'));

/** Many loans end in one minute: what settling them costs beside one bulk UPDATE of the same rows, and what members' calls notice. */
export async function manyEnds(origin: string, databaseUrl: string): Promise<Finding[]> {
  const client = new pg.Client({ connectionString: databaseUrl, options: '-c statement_timeout=0' });
  await client.connect();
  try {
    const loans = await lend(client);
    const bulkMs = await bulkUpdate(client);
    const [reader] = await loggedIn(origin, await someMembers(1));
    if (reader === undefined) throw new Error('nobody to borrow');
    const [titleId = ''] = await someTitles(1);
    const quiet = await cyclesUntil(reader, titleId, pause(5000));
    const from = performance.now();
    const sweeping = settleAll(client);
    const busy = await cyclesUntil(reader, titleId, sweeping);
    const sweptMs = performance.now() - from;
    reader.close();
    return [
      { what: `${loans} loans that ended in the same minute settled, a fifth of them awaited`, value: rounded(sweptMs / 1000), unit: 's', beside: 'one UPDATE of the same rows', besideValue: rounded(bulkMs / 1000), ratio: rounded(sweptMs / bulkMs), aim: 'at most 5' },
      { what: 'borrow + return of a member meanwhile (median)', value: rounded(median(busy)), unit: 'ms', beside: 'before', besideValue: rounded(median(quiet)), ratio: rounded(median(busy) / median(quiet)), aim: 'at most 2' },
    ];
  } finally {
    await client.end();
  }
}

/** So many titles of one copy, all lent until one minute of yesterday, and who waits for every fifth. */
async function lend(client: pg.Client): Promise<number> {
  const members = await someMembers(2000);
  await client.query('SET session_replication_role = replica');
  await client.query(
    `CREATE TEMP TABLE ending AS SELECT i, gen_random_uuid() AS title, gen_random_uuid() AS licence, gen_random_uuid() AS copy, gen_random_uuid() AS loan, ($2::uuid[])[1 + i % 2000] AS member, ($2::uuid[])[1 + (i + 7) % 2000] AS waiter,
       date_trunc('minute', lending_now()) - interval '10 minutes' + i % 60 * interval '1 second' AS due FROM generate_series(1, $1::int) i`,
    [loanCount, members.map(({ id }) => id)],
  );
  await client.query(`INSERT INTO "Title" ("id", "title", "authors", "language", "publishedAt", "lendingChangedAt") SELECT title, 'Akhir ' || i, '{Bench}', 'id', '2020-01-01', '2020-01-01' FROM ending`);
  await client.query(`INSERT INTO "TitleSearch" ("titleId", "document", "phrase") SELECT title, ''::tsvector, 'akhir ' || i FROM ending`);
  await client.query(`INSERT INTO "Licence" ("id", "titleId") SELECT licence, title FROM ending`);
  await client.query(`INSERT INTO "Copy" ("id", "titleId", "licenceId", "addedAt") SELECT copy, title, licence, '2020-01-01' FROM ending`);
  await client.query(`INSERT INTO "CopyUse" ("id", "titleId", "licenceId", "copyId", "kind", "from", "until") SELECT loan, title, licence, copy, 'loan', due - interval '3 days', due FROM ending`);
  await client.query(`INSERT INTO "Loan" ("id", "titleId", "memberId", "state", "borrowedAt", "dueAt") SELECT loan, title, member, 'active', due - interval '3 days', due FROM ending`);
  await client.query(`INSERT INTO "Hold" ("id", "titleId", "memberId", "queueNumber", "placedAt") SELECT gen_random_uuid(), title, waiter, nextval('hold_queue_number'), due - interval '1 day' FROM ending WHERE i % 5 = 0`);
  await client.query('SET session_replication_role = origin');
  await client.query('ANALYZE "Title", "Licence", "Copy", "CopyUse", "Loan", "Hold", "Member"');
  return loanCount;
}

/** The same rows in one statement, with their triggers, and taken back. */
async function bulkUpdate(client: pg.Client): Promise<number> {
  await client.query('BEGIN');
  const from = performance.now();
  await client.query(`UPDATE "Loan" SET "state" = 'expired', "endedAt" = "dueAt" WHERE "id" IN (SELECT loan FROM ending)`);
  await client.query('SET CONSTRAINTS ALL IMMEDIATE');
  const ms = performance.now() - from;
  await client.query('ROLLBACK');
  await client.query('VACUUM "CopyUse", "Loan"');
  return ms;
}

async function settleAll(client: pg.Client): Promise<void> {
  for (let left = loanCount; left > 0; ) {
    await settleDue();
    const { rows } = await client.query<{ left: string }>(`SELECT count(*) AS left FROM "Loan" l JOIN ending e ON e.loan = l."id" WHERE l."state" = 'active'`);
    left = Number(rows[0]?.left ?? 0);
  }
}

async function cyclesUntil(reader: Client, titleId: string, end: Promise<unknown>): Promise<number[]> {
  let isOver = false;
  void end.finally(() => (isOver = true)).catch(() => undefined);
  const durations: number[] = [];
  while (!isOver) {
    const from = performance.now();
    const { id } = await reader.must<{ id: string }>('POST', `/api/titles/${titleId}/loans`, [201]);
    await reader.must('POST', `/api/loans/${id}/return`, [200]);
    durations.push(performance.now() - from);
  }
  await end;
  return durations;
}

async function pause(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}
