import { describe, expect, test } from '@jest/globals';
import { daysOfMonth, isTooLong, lastThirtyDays, monthPlus } from '@/lib/domain/statistics/span';
import { totalsOf } from '@/lib/domain/statistics/totals';

describe('the days of a report', () => {
  test.each([['2026-11', '2026-11-30'], ['2026-12', '2026-12-31'], ['2028-02', '2028-02-29'], ['2027-02', '2027-02-28']])('%s goes to %s', (month, last) => {
    expect(daysOfMonth(month)).toEqual({ from: `${month}-01`, to: last });
  });

  test.each([['2026-11', 1, '2026-12'], ['2026-12', 1, '2027-01'], ['2026-01', -1, '2025-12'], ['2026-05', 0, '2026-05'], ['2026-05', -17, '2024-12']])('%s and %d months are %s', (month, months, other) => {
    expect(monthPlus(month, months)).toBe(other);
  });

  test('nobody asked: the last thirty days, today included', () => {
    expect(lastThirtyDays('2026-11-22')).toEqual({ from: '2026-10-24', to: '2026-11-22' });
  });

  test('1100 days are allowed, 1101 are not', () => {
    expect(isTooLong({ from: '2024-01-01', to: '2027-01-04' })).toBe(false);
    expect(isTooLong({ from: '2024-01-01', to: '2027-01-05' })).toBe(true);
  });

  test('no days add up to nothing, and days to their sum', () => {
    const one = { visits: 1, borrows: 2, returned: 3, expired: 4, revoked: 5, reads: 6, turnaways: 7 };
    expect(Object.values(totalsOf([]))).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(totalsOf([one, one, one])).toEqual({ visits: 3, borrows: 6, returned: 9, expired: 12, revoked: 15, reads: 18, turnaways: 21 });
  });
});
