import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { figuresOfDays } from '@/lib/operations/statistics/figures-of-days';
import { readOverview } from '@/lib/operations/statistics/read-overview';
import { aLicence, aMember, aTitle, rowsOf } from '@/tests/support/world';

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

const borrows = async () => (await figuresOfDays({ ...span, from: days[0] ?? '', to: days[4] ?? '' })).map((day) => day.borrows);

describe('the figures of a busy library', () => {
  test('are the same when the days before yesterday were counted already', async () => {
    expect(await borrows()).toEqual([600, 500, 20, 0, 0]);
    expect(await borrows()).toEqual([600, 500, 20, 0, 0]);
  });

  test('a quiet day and the last two are counted anew each time, a busy one that is over is not', async () => {
    await returnedLoans(days[0] ?? '', 1);
    await returnedLoans(days[2] ?? '', 1);
    await returnedLoans(days[3] ?? '', 2);
    expect(await borrows()).toEqual([600, 500, 21, 2, 0]);
  });

  test('another span is not answered with what was remembered of this one', async () => {
    expect((await figuresOfDays({ ...span, from: days[2] ?? '', to: days[4] ?? '' })).map((day) => day.borrows)).toEqual([21, 2, 0]);
  });

  test('running loans at each day’s end come out the same', async () => {
    const first = await figuresOfDays({ ...span, from: days[0] ?? '', to: days[4] ?? '' });
    const again = await figuresOfDays({ ...span, from: days[0] ?? '', to: days[4] ?? '' });
    expect(again.map((day) => day.activeLoans)).toEqual(first.map((day) => day.activeLoans));
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
