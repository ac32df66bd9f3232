import pg from 'pg';
import { settleDue } from '@/lib/operations/lending/settle-due';
import { removeFolder, type Library } from '@/tests/support/the-library';
import type { Client } from '../client';
import { type Finding, median, percentile, rounded } from '../measure';
import { loggedIn, someMembers, someTitles } from '../people';
import { anotherProcess } from './another-process';

/** Issue 3's whole: 100,000 loans that end in the same minute, a fifth of them awaited. A tenth when nobody says. */
const loanCount = Math.round(100_000 * Number(process.env['BENCH_SCALE'] ?? '0.1'));

/**
 * Many loans end in one minute: what settling them costs beside one bulk UPDATE of the same rows, and what members' calls notice
 * while the very process that answers them does it.
 */
export async function manyEnds(library: Library): Promise<Finding[]> {
  const client = new pg.Client({ connectionString: library.runtime().databaseUrl, options: '-c statement_timeout=0' });
  await client.connect();
  try {
    return [await settledAlone(client), ...(await settledBesideAMember(client, library))];
  } finally {
    await client.end();
  }
}

async function settledAlone(client: pg.Client): Promise<Finding> {
  await lend(client, -600);
  const bulkMs = await bulkUpdate(client);
  const from = performance.now();
  await settleDue();
  const sweptMs = performance.now() - from;
  if ((await leftOf(client)) > 0) throw new Error('one sweep did not settle all');
  return { what: `${loanCount} loans that ended in the same minute settled, a fifth of them awaited`, value: rounded(sweptMs / 1000), unit: 's', beside: 'one UPDATE of the same rows', besideValue: rounded(bulkMs / 1000), ratio: rounded(sweptMs / bulkMs), aim: 'at most 5' };
}

async function settledBesideAMember(client: pg.Client, library: Library): Promise<Finding[]> {
  const [reader] = await someMembers(1);
  const [titleId = ''] = await someTitles(1);
  if (reader === undefined) throw new Error('nobody to borrow');
  // a sweep takes what has ended when it looks: they all end in one second, which is worse than in one minute
  const server = await anotherProcess(library, { RETURN_SCHEDULE: '* * * * * *' });
  try {
    const [caller] = await loggedIn(server.url, [reader]);
    if (caller === undefined) throw new Error('nobody to borrow');
    await lend(client, 20 + loanCount / 500);
    const quiet = await cyclesUntil(caller, titleId, untilDue(client));
    const from = performance.now();
    const busy = await cyclesUntil(caller, titleId, untilSettled(client));
    const settledMs = performance.now() - from;
    caller.close();
    return [
      { what: `borrow + return of a member while the same process settles ${loanCount} ends (median)`, value: rounded(median(busy)), unit: 'ms', beside: 'before', besideValue: rounded(median(quiet)), ratio: rounded(median(busy) / median(quiet)), aim: 'at most 2' },
      { what: 'the same, p95', value: rounded(percentile(busy, 0.95)), unit: 'ms', beside: 'before', besideValue: rounded(percentile(quiet, 0.95)) },
      { what: `${loanCount} ends settled beside that member`, value: rounded(settledMs / 1000), unit: 's' },
    ];
  } finally {
    await server.stop();
    removeFolder(server.dataDir);
  }
}

/** So many titles of one copy, all lent until one second, so many seconds from now, and who waits for every fifth. */
async function lend(client: pg.Client, dueInSeconds: number): Promise<void> {
  const members = await someMembers(2000);
  await client.query('SET session_replication_role = replica');
  await client.query('DROP TABLE IF EXISTS ending');
  await client.query(
    `CREATE TEMP TABLE ending AS SELECT i, gen_random_uuid() AS title, gen_random_uuid() AS licence, gen_random_uuid() AS copy, gen_random_uuid() AS loan, ($2::uuid[])[1 + i % 2000] AS member, ($2::uuid[])[1 + (i + 7) % 2000] AS waiter,
       date_trunc('second', lending_now()) + $3 * interval '1 second' AS due FROM generate_series(1, $1::int) i`,
    [loanCount, members.map(({ id }) => id), dueInSeconds],
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

async function leftOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ left: string }>(`SELECT count(*) AS left FROM "Loan" l JOIN ending e ON e.loan = l."id" WHERE l."state" = 'active'`);
  return Number(rows[0]?.left ?? 0);
}

async function untilDue(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ ms: number }>('SELECT extract(epoch FROM max(due) - lending_now())::float8 * 1000 AS ms FROM ending');
  const ms = rows[0]?.ms ?? 0;
  if (ms < 5000) throw new Error('lending took too long: nothing is left to measure before they end');
  await new Promise((resolve) => setTimeout(resolve, ms));
}

async function untilSettled(client: pg.Client): Promise<void> {
  // one look at the end of an index: it must not weigh on what is measured
  const isLeft = `SELECT EXISTS (SELECT 1 FROM "Loan" WHERE "state" = 'active' AND "dueAt" <= (SELECT max(due) FROM ending)) AS left`;
  while ((await client.query<{ left: boolean }>(isLeft)).rows[0]?.left === true) await new Promise((resolve) => setTimeout(resolve, 250));
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
