import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dayPlus } from '@/lib/domain/library-time';
import { daysOfMonth, isTooLong, lastThirtyDays, longestRangeDays, monthPlus } from '@/lib/domain/statistics/span';
import { totalsOf, type Summed } from '@/lib/domain/statistics/totals';

const aDay = fc.integer({ min: 0, max: 30_000 }).map((days) => dayPlus('2000-01-01', days));
const aMonth = aDay.map((one) => one.slice(0, 7));

describe('the days that figures are asked for', () => {
  test('thirty days up to today, when nothing is asked for, both included', () => {
    expect(lastThirtyDays('2026-11-22')).toEqual({ from: '2026-10-24', to: '2026-11-22' });
    expect(lastThirtyDays('2028-03-01')).toEqual({ from: '2028-02-01', to: '2028-03-01' });
  });

  test('1,100 days at most, both ends counted', () => {
    expect(longestRangeDays).toBe(1100);
    const upTo = (days: number) => isTooLong({ from: '2026-01-01', to: dayPlus('2026-01-01', days - 1) });
    expect([upTo(1), upTo(1100), upTo(1101)]).toEqual([false, false, true]);
  });

  test.each([
    ['2026-11', '2026-11-01', '2026-11-30'],
    ['2026-12', '2026-12-01', '2026-12-31'],
    ['2028-02', '2028-02-01', '2028-02-29'],
    ['2100-02', '2100-02-01', '2100-02-28'],
  ])('%s is from %s to %s', (month, from, to) => expect(daysOfMonth(month)).toEqual({ from, to }));

  test('a month ends on the day before the next one begins', () =>
    fc.assert(
      fc.property(aMonth, (month) => {
        const { from, to } = daysOfMonth(month);
        expect(from).toBe(`${month}-01`);
        expect(dayPlus(to, 1)).toBe(daysOfMonth(monthPlus(month, 1)).from);
      }),
    ));

  test('months are counted over the years, there and back', () => {
    expect([monthPlus('2026-11', 1), monthPlus('2026-12', 1), monthPlus('2026-01', -1), monthPlus('2026-11', 0), monthPlus('2026-11', -23)]).toEqual(['2026-12', '2027-01', '2025-12', '2026-11', '2024-12']);
    fc.assert(fc.property(aMonth, fc.integer({ min: -500, max: 500 }), (month, months) => expect(monthPlus(monthPlus(month, months), -months)).toBe(month)));
  });
});

describe('totals of days', () => {
  const names = ['visits', 'borrows', 'returned', 'expired', 'revoked', 'reads', 'turnaways'] as const;
  const some: fc.Arbitrary<Summed> = fc.record(Object.fromEntries(names.map((name) => [name, fc.nat(1000)])) as Record<(typeof names)[number], fc.Arbitrary<number>>);

  test('of no day are nothing', () => expect(Object.values(totalsOf([]))).toEqual(names.map(() => 0)));

  test('each figure is the sum of its own, whatever the order', () =>
    fc.assert(
      fc.property(fc.array(some, { maxLength: 40, size: 'max' }), (days) => {
        const totals = totalsOf(days);
        for (const name of names) expect(totals[name]).toBe(days.reduce((sum, one) => sum + one[name], 0));
        expect(totalsOf([...days].reverse())).toEqual(totals);
      }),
    ));
});
