import { describe, expect, test } from '@jest/globals';
import { estimateWait } from '@/lib/domain/lending/wait';
import type { Circulation, Use } from '@/lib/domain/lending/circulation';
import { day, hour } from '@/lib/domain/time';
import { aLicence, after, emptyCirculation, start } from '../../support/pure-library';

const use = (copy: number, kind: Use['kind'], untilMs: number): Use => ({ id: `use${copy}`, copyId: `copy${copy}`, licenceId: 'licence', licenceModel: 'perpetual', kind, from: start, until: after(untilMs) });
const lent = (...uses: Use[]): Circulation => ({ ...emptyCirculation(uses.length), uses });
const latest = (circulation: Circulation, position: number) => estimateWait(circulation, position, null, start)?.latestMs;

describe('expected wait (rule 11)', () => {
  test('one copy: the first waits for the loan to end, each further one a period and a window more', () => {
    const circulation = lent(use(0, 'loan', 2 * day));
    expect(latest(circulation, 1)).toBe(2 * day);
    expect(latest(circulation, 2)).toBe(2 * day + (3 * day + 1 * day));
    expect(latest(circulation, 3)).toBe(2 * day + 2 * (3 * day + 1 * day));
  });

  test('several copies serve in the order in which they come home', () => {
    const circulation = lent(use(0, 'loan', 3 * day), use(1, 'loan', 1 * day), use(2, 'loan', 2 * day));
    expect([1, 2, 3, 4, 5].map((position) => latest(circulation, position))).toEqual([1 * day, 2 * day, 3 * day, 5 * day, 6 * day]);
  });

  test('an offer ends with its window plus the loan that it may become; a free copy ends now', () => {
    expect(latest(lent(use(0, 'offer', 5 * hour)), 1)).toBe(5 * hour + 3 * day);
    expect(latest(emptyCirculation(1), 1)).toBe(0);
  });

  test('without a usable copy nothing can be said', () => {
    expect(estimateWait(emptyCirculation(0), 1, null, start)).toBeNull();
    const retiring = { ...emptyCirculation(1), copies: emptyCirculation(1).copies.map((copy) => ({ ...copy, retiringAt: start })) };
    expect(estimateWait(retiring, 1, null, start)).toBeNull();
  });

  test('expected is reckoned at the pace of this library, and never promises more than latest', () => {
    const circulation = lent(use(0, 'loan', 3 * day));
    const wait = estimateWait(circulation, 2, { loanShare: 1 / 3, pickupShare: 1 / 4 }, start);
    expect(wait).toEqual({ expectedMs: 1 * day + 1 * day + 6 * hour, latestMs: 3 * day + 4 * day });
    for (let position = 1; position < 30; position += 1) {
      const both = estimateWait(circulation, position, { loanShare: 3, pickupShare: 9 }, start);
      expect(both).toEqual({ expectedMs: both?.latestMs, latestMs: both?.latestMs });
    }
  });

  test('what is left of a loan passes at that pace too: it is never said to end any moment while it runs', () => {
    const pace = { loanShare: 0.5, pickupShare: 0.25 };
    for (const left of [3 * day, 1 * day, 2 * hour]) expect(estimateWait(lent(use(0, 'loan', left)), 1, pace, start)?.expectedMs).toBe(left / 2);
    // an offer: what is left of the window, then the loan that it may become
    expect(estimateWait(lent(use(0, 'offer', 8 * hour)), 1, pace, start)?.expectedMs).toBe(2 * hour + 36 * hour);
  });

  test('one of the two means may be known without the other', () => {
    const circulation = lent(use(0, 'loan', 3 * day));
    expect(estimateWait(circulation, 2, { loanShare: null, pickupShare: 0.5 }, start)?.expectedMs).toBe(3 * day + 3 * day + 12 * hour);
    expect(estimateWait(circulation, 2, { loanShare: 0.5, pickupShare: null }, start)?.expectedMs).toBe(36 * hour + 36 * hour + 1 * day);
  });

  test('a place beyond what the loans left can serve has no wait', () => {
    const licence = { ...aLicence(), model: 'metered-by-loans' as const, checkoutsLimit: 3, checkoutsUsed: 1 };
    const circulation = { ...lent(use(0, 'loan', 2 * day)), licences: [licence] };
    expect([1, 2].map((position) => latest(circulation, position))).toEqual([2 * day, 6 * day]);
    expect(estimateWait(circulation, 3, null, start)).toBeNull();
  });

  test('while data is thin, expected is what the policy says', () => {
    const wait = estimateWait(lent(use(0, 'loan', 2 * day)), 4, null, start);
    expect(wait?.expectedMs).toBe(wait?.latestMs);
  });
});
