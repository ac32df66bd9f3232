import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { forgetWhoBorrowed } from '@/lib/adapters/postgres/circulation/anonymise';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { borrowersIn } from '@/lib/adapters/postgres/statistics/now';
import { figuresByTitle } from '@/lib/adapters/postgres/statistics/titles';
import { anonymiseHistory } from '@/lib/operations/lending/anonymise-history';
import { borrowTitle } from '@/lib/operations/lending/borrow-title';
import { revokeLoan } from '@/lib/operations/lending/revoke-loan';
import { settleDue } from '@/lib/operations/lending/settle-due';
import { sweepLeftovers } from '@/lib/operations/tasks/sweep-leftovers';
import { eventually } from '../../support/eventually';
import { aHold, aLoan, aMember, aTitle, byMember, rowsOf, setPolicy } from '../../support/world';

// a busy machine takes its time
jest.setTimeout(30_000);

const daysAgo = (days: number) => ({ at: new Date(Date.now() - days * 24 * 3_600_000) });
const range = { from: '2020-01-01', to: '2099-12-31', timeZone: 'Asia/Makassar' };

afterAll(closePool);
beforeAll(() => setPolicy({ retention: 'P90D' }));

/** A member with a past: two loans, a hold, a turnaway twice on one day, all longer ago than 90 days; a loan ended 80 days ago, one running, one hold waiting. */
async function aPast() {
  const [memberId, other] = [await aMember(), await aMember()];
  const [first, second, wanted, recent, running, queued] = [await aTitle(), await aTitle(), await aTitle(), await aTitle(), await aTitle(), await aTitle()];
  await aLoan(first, memberId, daysAgo(130));
  await aLoan(second, memberId, daysAgo(129.9));
  await aLoan(wanted, other, daysAgo(120));
  await borrowTitle(wanted, memberId, byMember(memberId), daysAgo(119.9));
  await aHold(wanted, memberId, daysAgo(119.9));
  await settleDue(daysAgo(116.9));
  await aLoan(wanted, memberId, daysAgo(116.5));
  await settleDue(daysAgo(100));
  await aLoan(recent, memberId, daysAgo(83));
  await settleDue(daysAgo(10));
  await aLoan(running, memberId);
  await aLoan(queued, other);
  await aHold(queued, memberId);
  return { memberId, other, titles: { first, second, wanted, recent, running, queued } };
}

type Who = { id: string; memberId: string | null; pseudonym: string | null; state: string; titleId: string };
const rowsAbout = (table: string, memberId: string | null = null) => rowsOf<Who>(`SELECT * FROM "${table}" WHERE $1::uuid IS NULL OR "memberId" = $1`, [memberId]);

describe('after the retention period', () => {
  let past: Awaited<ReturnType<typeof aPast>>;
  beforeEach(async () => {
    past = await aPast();
  });

  test('each ended loan, hold and turnaway has an id of its own in place of the member; what is younger or runs is untouched', async () => {
    await anonymiseHistory();
    const { recent, running, queued } = past.titles;
    expect((await rowsAbout('Loan', past.memberId)).map(({ titleId }) => titleId).sort()).toEqual([recent, running].sort());
    expect((await rowsAbout('Hold', past.memberId)).map(({ titleId, state }) => [titleId, state])).toEqual([[queued, 'waiting']]);
    expect((await rowsAbout('Turnaway', past.memberId)).map(({ titleId }) => titleId)).toEqual([queued]);
    const pseudonyms = [...(await rowsAbout('Loan')), ...(await rowsAbout('Hold'))].map(({ pseudonym }) => pseudonym).filter((one) => one !== null);
    expect(pseudonyms.length).toBeGreaterThanOrEqual(4);
    expect(new Set(pseudonyms).size).toBe(pseudonyms.length);
  });

  test('no row of any table names the member together with what they had', async () => {
    await anonymiseHistory();
    const { first, second, wanted } = past.titles;
    const gone = (await rowsOf<{ id: string }>(`SELECT "id" FROM "Loan" WHERE "titleId" = ANY($1) UNION SELECT "id" FROM "Hold" WHERE "titleId" = ANY($1)`, [[first, second, wanted]])).map(({ id }) => id);
    const tables = await rowsOf<{ name: string }>(`SELECT "table_name" AS "name" FROM information_schema.tables WHERE "table_schema" = 'public' AND "table_type" = 'BASE TABLE'`);
    for (const { name } of tables) {
      const linking = await rowsOf(`SELECT 1 FROM "${name}" r WHERE row_to_json(r)::text LIKE '%' || $1 || '%' AND row_to_json(r)::text ~ $2`, [past.memberId, [...gone, first, second, wanted].join('|')]);
      expect([name, linking.length]).toEqual([name, 0]);
    }
  });

  test('counts are as before: loans, borrowers, and turnaways by distinct members per title and day', async () => {
    const count = async () => ({
      borrowers: await borrowersIn(range),
      titles: (await figuresByTitle(range, 100)).map(({ titleId, borrows, turnaways }) => ({ titleId, borrows, turnaways })).sort((a, b) => (a.titleId < b.titleId ? -1 : 1)),
      events: await rowsOf(`SELECT "kind", count(*) AS "count" FROM "LendingEvent" GROUP BY 1 ORDER BY 1`),
      uses: await rowsOf(`SELECT count(*) AS "count", min("from"), max("until") FROM "CopyUse"`),
      byMonth: (await rowsOf<{ count: number }>(`SELECT (SELECT count(*) FROM "Loan" WHERE "memberId" IS NOT NULL) + (SELECT coalesce(sum("loanCount"), 0) FROM "BorrowingMonth") AS "count"`))[0],
    });
    const before = await count();
    await anonymiseHistory();
    expect(await count()).toEqual(before);
  });

  test('how many loans in which library month stays, without titles', async () => {
    await anonymiseHistory();
    const months = await rowsOf<{ count: number }>(`SELECT sum("loanCount") AS "count" FROM "BorrowingMonth" WHERE "memberId" = $1`, [past.memberId]);
    expect(months[0]?.count).toBe(3);
  });

  test('notices and answers to idempotency keys that tell of it are gone, others stay', async () => {
    await borrowTitle(await aTitle(), past.memberId, byMember(past.memberId, 'old'));
    await borrowTitle(await aTitle(), past.memberId, byMember(past.memberId, 'new'));
    await pool().query(`UPDATE "IdempotencyKey" SET "createdAt" = now() - interval '25 hours' WHERE "key" = 'old' AND "scope" = $1`, [past.memberId]);
    await anonymiseHistory();
    await sweepLeftovers();
    expect(await rowsOf(`SELECT "key" FROM "IdempotencyKey" WHERE "scope" = $1`, [past.memberId])).toEqual([{ key: 'new' }]);
    expect((await rowsOf<{ titleId: string }>(`SELECT "titleId" FROM "Message" WHERE "memberId" = $1`, [past.memberId])).map(({ titleId }) => titleId)).toEqual([past.titles.recent]);
  });

  test('a second night finds nothing to do', async () => {
    await anonymiseHistory();
    expect(await anonymiseHistory()).toEqual({ loanCount: 0, holdCount: 0, turnawayCount: 0, messageCount: 0 });
  });

  test('a second process that begins before the first has committed counts no loan again', async () => {
    const first = await pool().connect();
    await first.query('BEGIN');
    await forgetWhoBorrowed(first, { endedBefore: daysAgo(90).at, limit: 500 });
    const second = anonymiseHistory();
    await eventually(async () => (await rowsOf(`SELECT 1 FROM pg_stat_activity WHERE "wait_event_type" = 'Lock' AND "datname" = current_database()`)).length > 0);
    await first.query('COMMIT');
    first.release();
    await second;
    expect((await rowsOf<{ count: number }>(`SELECT sum("loanCount") AS "count" FROM "BorrowingMonth" WHERE "memberId" = $1`, [past.memberId]))[0]?.count).toBe(3);
  });
});

test('a librarian’s reason in free text goes with the name', async () => {
  const [memberId, titleId] = [await aMember(), await aTitle()];
  const loan = await aLoan(titleId, memberId);
  await revokeLoan(loan.id, 'Dipinjamkan kepada Budi', { actor: { kind: 'librarian', librarianId: await aMember({ role: 'librarian' }), channel: 'desk' } });
  await anonymiseHistory({ at: new Date(Date.now() + 91 * 24 * 3_600_000) });
  const told = await rowsOf(`SELECT row_to_json(l)::text FROM "Loan" l WHERE "id" = $1 UNION ALL SELECT row_to_json(e)::text FROM "LendingEvent" e WHERE "loanId" = $1`, [loan.id]);
  expect(JSON.stringify(told)).not.toContain('Budi');
});

test('a shorter retention is a policy, not code', async () => {
  await setPolicy({ retention: 'P7D' });
  const [memberId, titleId] = [await aMember(), await aTitle()];
  await aLoan(titleId, memberId, daysAgo(11));
  await settleDue();
  await anonymiseHistory();
  expect((await rowsAbout('Loan', memberId))).toHaveLength(0);
  await setPolicy({ retention: 'P90D' });
});
