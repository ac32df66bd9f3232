import { afterAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { libraryDayOf } from '@/lib/domain/library-time';
import { day, hour } from '@/lib/domain/time';
import { anonymiseHistory } from '@/lib/operations/lending/anonymise-history';
import { borrowTitle } from '@/lib/operations/lending/borrow-title';
import { returnLoan } from '@/lib/operations/lending/return-loan';
import { settleDue } from '@/lib/operations/lending/settle-due';
import { readRekap, type Rekap } from '@/lib/operations/statistics/read-rekap';
import { readStats } from '@/lib/operations/statistics/read-stats';
import { Random } from '@/tests/support/random';
import { aMember, aTitle, byMember, setPolicy } from '@/tests/support/world';

jest.setTimeout(120_000);
beforeEach(() => pool().query(`TRUNCATE "Title", "VisitDay", "BorrowingMonth" CASCADE`));
afterAll(closePool);

const zone = 'Asia/Makassar';
const dayOf = (at: Date) => libraryDayOf(at, zone);

type Lent = { readonly id: string; readonly titleId: string; readonly memberId: string; readonly borrowedAt: Date; readonly dueAt: Date; returnedAt: Date | null; openedAt: Date | null };
type Turned = { readonly titleId: string; readonly memberId: string; readonly at: Date };
type History = { readonly loans: Lent[]; readonly turned: Turned[]; readonly visits: Map<string, number> };

/** Two months of a small library with too few copies: who borrows, who gives back early, who opens the book, who finds none. */
async function play(seed: number): Promise<History> {
  const random = new Random(seed);
  const titles = await Promise.all([1, 1, 2].map((copies, place) => aTitle({ copies, title: `Judul ${place}` })));
  const members = await Promise.all(Array.from({ length: 6 }, () => aMember()));
  const history: History = { loans: [], turned: [], visits: new Map() };
  let now = Date.UTC(2026, 1, 26, 13);
  for (let step = 0; step < 90; step += 1) {
    now += random.between(1, 14) * hour + random.between(0, 59) * 60_000;
    const at = new Date(now);
    history.visits.set(dayOf(at), (history.visits.get(dayOf(at)) ?? 0) + random.between(0, 9));
    const running = history.loans.filter((loan) => loan.returnedAt === null && loan.dueAt > at);
    const loan = running.length > 0 && random.chance(0.4) ? random.pick(running) : null;
    if (loan !== null && random.chance(0.5)) {
      const back = await returnLoan(loan.id, loan.memberId, byMember(loan.memberId), { at });
      if (back.ok) loan.returnedAt = at;
    } else if (loan !== null && loan.openedAt === null) {
      loan.openedAt = at;
      await pool().query('UPDATE "Loan" SET "firstOpenedAt" = $2 WHERE "id" = $1', [loan.id, at]);
    } else await tryToBorrow(history, random.pick(titles), random.pick(members), at);
  }
  for (const [date, count] of history.visits) await pool().query('INSERT INTO "VisitDay" VALUES ($1, $2)', [date, count]);
  return history;
}

async function tryToBorrow(history: History, titleId: string, memberId: string, at: Date): Promise<void> {
  const outcome = await borrowTitle(titleId, memberId, byMember(memberId), { at });
  if (outcome.ok && outcome.value.began) history.loans.push({ id: outcome.value.loan.id, titleId, memberId, borrowedAt: at, dueAt: outcome.value.loan.dueAt, returnedAt: null, openedAt: null });
  if (!outcome.ok && outcome.refusal.code === 'no-copy-available') history.turned.push({ titleId, memberId, at });
}

const distinct = (all: readonly string[]) => new Set(all).size;

/** What somebody with a pencil would count. */
function counted({ loans, turned, visits }: History, date: string) {
  const borrowed = loans.filter((loan) => dayOf(loan.borrowedAt) === date);
  const end = new Date(Date.parse(`${date}T00:00:00+08:00`) + day);
  return {
    day: date,
    visits: visits.get(date) ?? 0,
    borrows: borrowed.length,
    borrowers: distinct(borrowed.map(({ memberId }) => memberId)),
    returned: loans.filter(({ returnedAt }) => returnedAt !== null && dayOf(returnedAt) === date).length,
    expired: loans.filter(({ returnedAt, dueAt }) => returnedAt === null && dayOf(dueAt) === date).length,
    revoked: 0,
    reads: loans.filter(({ openedAt }) => openedAt !== null && dayOf(openedAt) === date).length,
    turnaways: distinct(turned.filter((one) => dayOf(one.at) === date).map((one) => `${one.titleId} ${one.memberId}`)),
    activeLoans: loans.filter(({ borrowedAt, returnedAt, dueAt }) => borrowedAt < end && (returnedAt ?? dueAt) >= end).length,
  };
}

// nothing links two loans once names are gone, but the count of borrowers by month: by day and by book each loan then stands for one
const withoutBorrowers = <T extends { borrowers: number }>({ borrowers: _, ...rest }: T) => rest;

function compare(rekap: Rekap, history: History, hasNames = true): void {
  const inMonth = (at: Date | null) => at !== null && dayOf(at).startsWith(rekap.month);
  const loans = history.loans.filter((loan) => inMonth(loan.borrowedAt));
  const expected = rekap.days.map(({ day: date }) => counted(history, date));
  if (hasNames) expect(rekap.days).toEqual(expected);
  else expect(rekap.days.map(withoutBorrowers)).toEqual(expected.map(withoutBorrowers));
  expect(rekap.borrowers).toBe(distinct(loans.map(({ memberId }) => memberId)));
  expect(rekap.totals).toMatchObject({
    borrows: loans.length,
    returned: history.loans.filter(({ returnedAt }) => inMonth(returnedAt)).length,
    expired: history.loans.filter(({ returnedAt, dueAt }) => returnedAt === null && inMonth(dueAt)).length,
    visits: [...history.visits].filter(([date]) => date.startsWith(rekap.month)).reduce((sum, [, count]) => sum + count, 0),
  });
  for (const book of rekap.books) {
    const ofBook = loans.filter(({ titleId }) => titleId === book.titleId);
    expect(book.borrows).toBe(ofBook.length);
    if (hasNames) expect(book.borrowers).toBe(distinct(ofBook.map(({ memberId }) => memberId)));
  }
  expect(rekap.books.length).toBe(distinct(loans.map(({ titleId }) => titleId)));
}

describe('the report counts what somebody with a pencil would count', () => {
  test.each([11, 12, 13])('in a history made of seed %d, before and after the book-keeping, and when names are gone', async (seed) => {
    await setPolicy({ retention: 'P3650D' });
    const history = await play(seed);
    expect([history.loans.length > 15, history.turned.length > 3]).toEqual([true, true]);
    for (const month of ['2026-02', '2026-03', '2026-04']) compare(await readRekap(month), history);

    await settleDue();
    for (const month of ['2026-03', '2026-04']) compare(await readRekap(month), history);

    await setPolicy({ retention: 'P1D' });
    await anonymiseHistory();
    for (const month of ['2026-03', '2026-04']) compare(await readRekap(month), history, false);
  });

  test('a span of days is the sum of its days, wherever it is cut', async () => {
    await play(14);
    const sums = async (from: string, to: string) => (await readStats({ from, to })).totals;
    const whole = await sums('2026-03-01', '2026-03-31');
    for (const cut of ['2026-03-01', '2026-03-10', '2026-03-30']) {
      const next = new Date(Date.parse(cut) + day).toISOString().slice(0, 10);
      const [left, right] = [await sums('2026-03-01', cut), await sums(next, '2026-03-31')];
      for (const name of ['visits', 'borrows', 'returned', 'expired', 'reads', 'turnaways'] as const) expect([cut, name, left[name] + right[name]]).toEqual([cut, name, whole[name]]);
    }
  });
});
