import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { figuresByDay } from '@/lib/adapters/postgres/statistics/days';
import { overviewDays } from '@/lib/adapters/postgres/statistics/overview';
import { returnLoan } from '@/lib/operations/lending/return-loan';
import { revokeLoan } from '@/lib/operations/lending/revoke-loan';
import { readOverview } from '@/lib/operations/statistics/read-overview';
import { aLicence, aLoan, aMember, aTitle, byMember, rowsOf } from '@/tests/support/world';

const span = { timeZone: 'Asia/Makassar' };
let days: string[];

beforeAll(async () => {
  const [{ today }] = (await rowsOf<{ today: string }>(`SELECT (lending_now() AT TIME ZONE 'Asia/Makassar')::date::text AS today`)) as [{ today: string }];
  days = [4, 3, 2, 1, 0].map((ago) => new Date(Date.parse(`${today}T00:00:00Z`) - ago * 86_400_000).toISOString().slice(0, 10));
  await returnedLoans(days[0] ?? '', 600);
  await returnedLoans(days[1] ?? '', 500);
  await returnedLoans(days[2] ?? '', 20);
});
afterAll(closePool);

/** So many loans of an hour on a library day, each on a copy of its own. */
async function returnedLoans(day: string, count: number): Promise<void> {
  const titleId = await aTitle({ copies: 0 });
  const [memberId, licenceId] = [await aMember(), await aLicence(titleId, count)];
  await pool().query(
    `WITH made AS (SELECT gen_random_uuid() AS id, c."id" AS copy, ($3::date + time '09:00') AT TIME ZONE 'Asia/Makassar' AS begun FROM "Copy" c WHERE c."licenceId" = $2),
     used AS (INSERT INTO "CopyUse" ("id", "titleId", "licenceId", "copyId", "kind", "from", "until") SELECT id, $1, $2, copy, 'loan', begun, begun + interval '1 hour' FROM made RETURNING "id")
     INSERT INTO "Loan" ("id", "titleId", "memberId", "state", "borrowedAt", "dueAt", "endedAt") SELECT id, $1, $4, 'returned', begun, begun + interval '3 days', begun + interval '1 hour' FROM made`,
    [titleId, licenceId, day, memberId],
  );
}

const overviewOf = (from: number, to: number) => overviewDays({ ...span, from: days[from] ?? '', to: days[to] ?? '' });

describe('the days of the overview', () => {
  test('say what the statistics say of each of them', async () => {
    const [glance, whole] = await Promise.all([overviewOf(0, 4), figuresByDay({ ...span, from: days[0] ?? '', to: days[4] ?? '' })]);
    expect(glance.map(({ borrows }) => borrows)).toEqual([600, 500, 20, 0, 0]);
    expect(glance).toEqual(whole.map(({ day, visits, borrows, turnaways }) => ({ day, visits, borrows, turnaways })));
  });

  test('a loan of a day that is over is counted at the next look', async () => {
    await returnedLoans(days[1] ?? '', 3);
    expect((await overviewOf(1, 2)).map(({ borrows }) => borrows)).toEqual([503, 20]);
  });

  test('a loan of a minute before midnight is of the day before, in the library’s zone', async () => {
    const [before, after] = (await overviewOf(2, 3)).map(({ borrows }) => borrows);
    const title = await aTitle({ copies: 2 });
    for (const time of ['23:59', '24:00']) {
      const at = (await rowsOf<{ at: Date }>(`SELECT ($1::date + $2::time)::timestamp AT TIME ZONE 'Asia/Makassar' AS at`, [days[2], time]))[0]?.at;
      await aLoan(title, await aMember(), { at: at ?? new Date() });
    }
    expect((await overviewOf(2, 3)).map(({ borrows }) => borrows)).toEqual([(before ?? 0) + 1, (after ?? 0) + 1]);
  });

  test('a day to come is not shown', async () => {
    const tomorrow = new Date(Date.parse(`${days[4] ?? ''}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
    expect((await overviewDays({ ...span, from: days[4] ?? '', to: tomorrow })).map(({ day }) => day)).toEqual([days[4]]);
  });
});

describe('loans that ended today', () => {
  test('are counted by how they ended, those the sweep has not marked yet among them', async () => {
    const before = (await readOverview()).endedToday;
    const [one, two, three, librarian] = [await aMember(), await aMember(), await aMember(), await aMember({ role: 'librarian' })];
    const daysAgo = (ago: number) => ({ at: new Date(Date.now() - ago * 86_400_000 - 1000) });
    const back = await aLoan(await aTitle(), one, daysAgo(1));
    await aLoan(await aTitle(), two, daysAgo(3));
    const taken = await aLoan(await aTitle(), three, daysAgo(1));
    await returnLoan(back.id, one, byMember(one));
    await revokeLoan(taken.id, 'rusak', { actor: { kind: 'librarian', librarianId: librarian, channel: 'web' } });
    expect((await readOverview()).endedToday).toEqual({ returned: before.returned + 1, expired: before.expired + 1, revoked: before.revoked + 1 });
  });
});

describe('titles that turn people away', () => {
  test('come by the number of people, each counted once a day', async () => {
    const [much, little] = [await aTitle({ title: 'Banyak diminta' }), await aTitle({ title: 'Sedikit diminta' })];
    const [one, two] = [await aMember(), await aMember()];
    for (const [titleId, memberId] of [[much, one], [much, one], [much, two], [little, one]]) await pool().query(`INSERT INTO "Turnaway" ("titleId", "memberId", "kind", "at") VALUES ($1, $2, 'hold-placed', lending_now())`, [titleId, memberId]);
    const { wanted } = await readOverview();
    expect(wanted.map(({ title, turnaways, copies }) => ({ title, turnaways, copies }))).toEqual([
      { title: 'Banyak diminta', turnaways: 2, copies: 1 },
      { title: 'Sedikit diminta', turnaways: 1, copies: 1 },
    ]);
  });
});
