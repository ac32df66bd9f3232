import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { GET as readRekapRoute } from '@/app/api/admin/rekap/route';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { anonymiseHistory } from '@/lib/operations/lending/anonymise-history';
import { returnLoan } from '@/lib/operations/lending/return-loan';
import { settleDue } from '@/lib/operations/lending/settle-due';
import { readOverview } from '@/lib/operations/statistics/read-overview';
import { readRekap } from '@/lib/operations/statistics/read-rekap';
import { aMemberLoggedIn } from '@/tests/integration/members/a-member';
import { Device } from '@/tests/support/device';
import { aHold, aLoan, aMember, aTitle, byMember, setPolicy } from '@/tests/support/world';

let librarian: Device;
const at = (text: string) => ({ at: new Date(text) });
const ask = (query: string, device = librarian) => device.call('GET', readRekapRoute, { path: `/api/admin/rekap?${query}` });

beforeAll(async () => {
  librarian = (await aMemberLoggedIn({ role: 'librarian' })).device;
});
afterAll(closePool);

describe('the monthly report', () => {
  let ani: string;

  beforeAll(async () => {
    await setPolicy({ retention: 'P3650D' });
    const [satu, dua] = [await aTitle({ copies: 2, title: '=1+1 Rumus' }), await aTitle({ copies: 2, title: 'Dua' })];
    ani = await aMember();
    const budi = await aMember();
    // April in WITA begins on 31 March at 16.00 UTC and ends on 30 April at 16.00 UTC
    await aLoan(dua, budi, at('2026-03-31T15:59:59Z'));
    const first = await aLoan(satu, ani, at('2026-03-31T16:00:00Z'));
    await returnLoan(first.id, ani, byMember(ani), at('2026-04-02T00:00:00Z'));
    await aLoan(satu, ani, at('2026-04-10T00:00:00Z'));
    await aLoan(dua, ani, at('2026-04-10T00:00:00Z'));
    await aLoan(satu, budi, at('2026-04-30T15:59:59Z'));
    await aLoan(dua, budi, at('2026-04-30T16:00:00Z'));
    await pool().query(`INSERT INTO "VisitDay" VALUES ('2026-03-31', 100), ('2026-04-01', 7), ('2026-04-30', 5), ('2026-05-01', 100)`);
  });

  const expected = { visits: 12, borrows: 4, returned: 1, expired: 3, revoked: 0 };

  test('visits; borrowers and books; returns by cause: of the library’s own month', async () => {
    const rekap = await readRekap('2026-04');
    expect(rekap.totals).toMatchObject(expected);
    expect(rekap.borrowers).toBe(2);
    expect(rekap.days).toHaveLength(30);
    expect(rekap.books.map(({ title, borrows, borrowers }) => [title, borrows, borrowers])).toEqual([['=1+1 Rumus', 3, 2], ['Dua', 1, 1]]);
  });

  test('the same numbers once names are gone', async () => {
    await settleDue();
    await setPolicy({ retention: 'P1D' });
    await anonymiseHistory();
    const rekap = await readRekap('2026-04');
    expect(rekap.totals).toMatchObject(expected);
    expect(rekap.borrowers).toBe(2);
  });

  test('as JSON and as CSV of days and of books, safe against formulas', async () => {
    expect(await (await ask('month=2026-04')).json()).toMatchObject({ month: '2026-04', visits: 12, borrowers: 2, borrows: 4, returns: { returned: 1, expired: 3, revoked: 0 } });
    const days = (await (await ask('month=2026-04&format=csv')).text()).trim().split('\r\n');
    expect(days).toHaveLength(32);
    expect(days[1]).toBe('"2026-04-01",7,1,1,0,0,0');
    expect(days.at(-1)).toBe('"Jumlah",12,,4,1,3,0');
    expect(await (await ask('month=2026-04&part=books&format=csv')).text()).toContain(`"'=1+1 Rumus"`);
  });

  test('an empty month is a page of zeros, not an error', async () => {
    const rekap = await readRekap('2020-02');
    expect([rekap.days.length, rekap.totals.borrows, rekap.borrowers]).toEqual([29, 0, 0]);
  });

  test('a month to come has no days', async () => {
    expect((await readRekap('2030-01')).days).toEqual([]);
  });

  test('for librarians, with a month that is one', async () => {
    expect((await ask('month=2026-04', new Device())).status).toBe(401);
    expect((await ask('month=2026-04', (await aMemberLoggedIn()).device)).status).toBe(403);
    for (const month of ['2026-13', '2026-4', 'April', '2026-00']) expect((await ask(`month=${month}`)).status).toBe(422);
  });
});

describe('the overview', () => {
  test('loans, queues and offers of this moment, and what is wanted', async () => {
    const before = (await readOverview()).now;
    const titleId = await aTitle({ copies: 1, title: 'Dicari Orang' });
    const hoursAgo = (hours: number) => ({ at: new Date(Date.now() - hours * 3_600_000) });
    const first = await aMember();
    const loan = await aLoan(titleId, first, hoursAgo(3));
    await aHold(titleId, await aMember(), hoursAgo(2));
    await aHold(titleId, await aMember(), hoursAgo(1));
    const full = await readOverview();
    expect([full.now.activeLoans - before.activeLoans, full.now.waitingHolds - before.waitingHolds, full.now.readyHolds]).toEqual([1, 2, 0]);
    expect(full.wanted.find((title) => title.titleId === titleId)).toMatchObject({ turnaways: 2, waiting: 2, copies: 1 });
    await returnLoan(loan.id, first, byMember(first));
    const returned = await readOverview();
    expect([returned.now.activeLoans - before.activeLoans, returned.now.waitingHolds - before.waitingHolds, returned.now.readyHolds]).toEqual([0, 1, 1]);
    expect(returned.endedToday.returned).toBe(full.endedToday.returned + 1);
    expect(full.days).toHaveLength(30);
  });

  test('the newest run of the auto-return task, failed or not', async () => {
    await pool().query(`INSERT INTO "TaskRun" ("task", "dueAt", "startedAt", "finishedAt", "error") VALUES ('settle-due', now() - interval '2 minutes', now() - interval '2 minutes', now(), NULL), ('settle-due', now() - interval '1 minute', now() - interval '1 minute', now(), 'connection')`);
    expect((await readOverview()).autoReturn).toMatchObject({ error: 'connection' });
  });
});
