import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { GET as readStats } from '@/app/api/admin/stats/route';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { borrowTitle } from '@/lib/operations/lending/borrow-title';
import { placeHold } from '@/lib/operations/lending/place-hold';
import { returnLoan } from '@/lib/operations/lending/return-loan';
import { settleDue } from '@/lib/operations/lending/settle-due';
import { recordVisit } from '@/lib/operations/statistics/record-visit';
import { aMemberLoggedIn } from '@/tests/integration/members/a-member';
import { Device } from '@/tests/support/device';
import { aLoan, aMember, aTitle, byMember, rowsOf } from '@/tests/support/world';

type Figures = { borrows: number; returns: { returned: number; expired: number; revoked: number }; reads: number; turnaways: number; activeLoans: number };
type Stats = { from: string; to: string; timeZone: string; totals: Figures & { visits: number }; days: (Figures & { day: string; visits: number; borrowers: number })[]; titles: (Figures & { titleId: string; waiting: number; copies: number })[] };

let librarian: Device;
const at = (text: string) => ({ at: new Date(text) });
const ask = (query: string, device = librarian) => device.call('GET', readStats, { path: `/api/admin/stats?${query}` });
const stats = async (query: string) => (await (await ask(query)).json()) as Stats;
const dayOf = async (day: string) => (await stats(`from=${day}&to=${day}`)).days[0];

beforeAll(async () => {
  librarian = (await aMemberLoggedIn({ role: 'librarian' })).device;
});
afterAll(closePool);

describe('who reads the figures', () => {
  test('librarians, no member, nobody unknown', async () => {
    expect((await ask('', new Device())).status).toBe(401);
    expect((await ask('', (await aMemberLoggedIn()).device)).status).toBe(403);
    expect((await ask('')).status).toBe(200);
  });
});

describe('one week in March, in WITA', () => {
  let one: string, two: string;

  beforeAll(async () => {
    one = await aTitle({ copies: 1, title: 'Satu' });
    two = await aTitle({ copies: 3, title: 'Dua' });
    const [ani, budi, citra] = [await aMember(), await aMember(), await aMember()];
    // Mon 2 March, the last second before midnight in WITA: 15.59.59 UTC
    const first = await aLoan(one, ani, at('2026-03-02T15:59:59Z'));
    // Tue 3 March begins
    await aLoan(two, ani, at('2026-03-02T16:00:00Z'));
    const second = await aLoan(two, budi, at('2026-03-03T02:00:00Z'));
    await pool().query('UPDATE "Loan" SET "firstOpenedAt" = $2 WHERE "id" = $1', [second.id, new Date('2026-03-04T15:59:59.999Z')]);
    // Wed 4 March: Budi is refused twice and then queues (one turnaway), Citra is refused (another)
    for (const hour of ['01', '02']) await borrowTitle(one, budi, byMember(budi), at(`2026-03-04T${hour}:00:00Z`));
    await placeHold(one, budi, byMember(budi), at('2026-03-04T03:00:00Z'));
    await borrowTitle(one, citra, byMember(citra), at('2026-03-04T04:00:00Z'));
    // Thu 5 March: Citra again, another day, another turnaway
    await borrowTitle(one, citra, byMember(citra), at('2026-03-05T04:00:00Z'));
    await returnLoan(second.id, budi, byMember(budi), at('2026-03-05T05:00:00Z'));
    for (const token of ['kunjungan-a', 'kunjungan-b']) await recordVisit({ token, address: '::1', userAgent: 'Mozilla/5.0 Firefox/140.0', language: 'id' }, at('2026-03-04T01:00:00Z'));
    expect(first.dueAt).toEqual(new Date('2026-03-05T15:59:59Z'));
  });

  test('a loan counts on the library day it began', async () => {
    expect([await dayOf('2026-03-02'), await dayOf('2026-03-03')]).toMatchObject([
      { borrows: 1, borrowers: 1, activeLoans: 1 },
      { borrows: 2, borrowers: 2, activeLoans: 3 },
    ]);
  });

  test('turnaways are distinct members per title and day, refused or queued', async () => {
    expect((await stats('from=2026-03-02&to=2026-03-08')).days.map(({ turnaways }) => turnaways)).toEqual([0, 0, 2, 1, 0, 0, 0]);
    expect(await rowsOf('SELECT 1 FROM "Turnaway" WHERE "titleId" = $1', [one])).toHaveLength(5);
  });

  test('a read is a book opened for the first time', async () => {
    expect(await dayOf('2026-03-04')).toMatchObject({ reads: 1, visits: 2, activeLoans: 3 });
    expect(await dayOf('2026-03-05')).toMatchObject({ reads: 0, visits: 0 });
  });

  test('ends count by cause on the day time decided, whether or not the task ran, and the same after it did', async () => {
    const expected = { '2026-03-05': { returned: 1, expired: 1, revoked: 0 }, '2026-03-06': { returned: 0, expired: 1, revoked: 0 } };
    const byDay = async () => Object.fromEntries((await stats('from=2026-03-05&to=2026-03-06')).days.map(({ day, returns }) => [day, returns]));
    expect(await byDay()).toEqual(expected);
    await settleDue();
    expect(await byDay()).toEqual(expected);
  });

  test('loans running at a day’s end', async () => {
    expect((await stats('from=2026-03-01&to=2026-03-07')).days.map(({ activeLoans }) => activeLoans)).toEqual([0, 1, 3, 3, 1, 0, 0]);
  });

  test('days before the range are known: figures do not depend on where it begins', async () => {
    const week = (await stats('from=2026-03-01&to=2026-03-07')).days;
    for (const day of week) expect(await dayOf(day.day)).toEqual(day);
  });

  test('by title', async () => {
    const { titles } = await stats('from=2026-03-01&to=2026-03-07');
    expect(titles.map(({ titleId }) => titleId)).toEqual([one, two]);
    expect(titles[0]).toMatchObject({ borrows: 1, turnaways: 3, returns: { returned: 0, expired: 1, revoked: 0 }, copies: 1 });
    expect(titles[1]).toMatchObject({ borrows: 2, turnaways: 0, reads: 1, returns: { returned: 1, expired: 1, revoked: 0 }, copies: 3 });
  });

  test('totals are the sums of the days; loans running are those at the end', async () => {
    const { totals } = await stats('from=2026-03-01&to=2026-03-07');
    expect(totals).toEqual({ visits: 2, borrows: 3, returns: { returned: 1, expired: 2, revoked: 0 }, reads: 1, turnaways: 3, activeLoans: 0 });
  });

  test('an instant stands for its library day', async () => {
    expect(await stats('from=2026-03-02T15:59:59Z&to=2026-03-02T16:00:00Z')).toMatchObject({ from: '2026-03-02', to: '2026-03-03' });
  });
});

describe('now', () => {
  test('without a range: thirty days up to today, and what runs now', async () => {
    await aLoan(await aTitle(), await aMember());
    const { from, to, days, totals, timeZone } = await stats('');
    expect(days).toHaveLength(30);
    expect([days[0]?.day, days.at(-1)?.day]).toEqual([from, to]);
    expect(timeZone).toBe('Asia/Makassar');
    expect(days.at(-1)).toMatchObject({ borrows: 1, activeLoans: 1 });
    expect(totals.activeLoans).toBe(1);
  });

  test('no figures of days to come', async () => {
    const { days } = await stats(`from=${new Date().toISOString().slice(0, 10)}&to=2027-11-01`);
    expect(days.length).toBeLessThanOrEqual(2);
  });
});

describe('bad ranges get a clear error', () => {
  test.each(['from=kemarin', 'from=2026-02-30', 'from=2026-03-02&to=2026-03-01', 'from=2020-01-01&to=2026-01-01', 'from=2020-01-01', 'to=2026-13-01'])('%s', async (query) => {
    const answer = await ask(query);
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([422, 'bad-request']);
  });
});
