import { describe, expect, test } from '@jest/globals';
import { defaultPolicy, limitThatApplies, limitsOf, loanPeriodNow, termsFor, termsOf, termsThatApply, valueThatApplies, type CategoryPolicy } from '@/lib/domain/lending/policy';
import { day } from '@/lib/domain/time';

const silent = { loanPeriod: null, pickupWindow: null, renewalLimit: null, renewalWindow: null };

describe('policy (rule 6)', () => {
  test('the default is three days, five loans and holds, one day to pick up, one renewal in the last day, ninety days of names', () => {
    expect(defaultPolicy).toMatchObject({ loanPeriod: 'P3D', loanLimit: 5, holdLimit: 5, pickupWindow: 'P1D', renewalLimit: 1, renewalWindow: 'P1D', retention: 'P90D' });
  });

  test('a title that says nothing has the default terms', () => {
    expect(termsOf(defaultPolicy, silent)).toEqual({ loanPeriodMs: 3 * day, pickupWindowMs: day, renewalLimit: 1, renewalWindowMs: day, forgivenPickups: 1, shorterLoans: null });
  });

  test("each of a title's own values stands alone before the default, a renewal limit of 0 too", () => {
    expect(termsOf(defaultPolicy, { ...silent, loanPeriod: 'P7D' })).toMatchObject({ loanPeriodMs: 7 * day, pickupWindowMs: day });
    expect(termsOf(defaultPolicy, { ...silent, renewalLimit: 0 })).toMatchObject({ loanPeriodMs: 3 * day, renewalLimit: 0 });
    expect(termsOf(defaultPolicy, { ...silent, pickupWindow: 'P2D', renewalWindow: 'PT5S' })).toMatchObject({ pickupWindowMs: 2 * day, renewalWindowMs: 5000 });
  });

  test('unverified members have lower limits only when the policy says so, and never higher ones', () => {
    const strict = { ...defaultPolicy, unverifiedLimits: { loanLimit: 1, holdLimit: 9 } };
    expect(limitsOf(defaultPolicy, { verified: false })).toEqual({ loanLimit: 5, holdLimit: 5 });
    expect(limitsOf(strict, { verified: false })).toEqual({ loanLimit: 1, holdLimit: 5 });
    expect(limitsOf(strict, { verified: true })).toEqual({ loanLimit: 5, holdLimit: 5 });
  });
});

describe('which value applies, and why (rule 6)', () => {
  const students: CategoryPolicy = { category: 'pelajar', loanPeriod: 'P5D', loanLimit: 2, holdLimit: null, pickupWindow: 'P2D', renewalLimit: 0, renewalWindow: null };

  test("period, window and renewals: the title's own value over the category's over the default", () => {
    const title = { ...silent, loanPeriod: 'P7D' };
    expect(valueThatApplies('loanPeriod', { policy: defaultPolicy, title, category: students })).toEqual({ value: 'P7D', because: 'title' });
    expect(valueThatApplies('loanPeriod', { policy: defaultPolicy, title: silent, category: students })).toEqual({ value: 'P5D', because: 'category' });
    expect(valueThatApplies('renewalWindow', { policy: defaultPolicy, title: silent, category: students })).toEqual({ value: 'P1D', because: 'default' });
    expect(valueThatApplies('renewalLimit', { policy: defaultPolicy, title: silent, category: students })).toEqual({ value: 0, because: 'category' });
    expect(termsOf(defaultPolicy, title, students)).toMatchObject({ loanPeriodMs: 7 * day, pickupWindowMs: 2 * day, renewalLimit: 0, renewalWindowMs: day });
  });

  test('limits: the category over the default; nobody unverified may have more', () => {
    expect(limitsOf(defaultPolicy, { verified: true }, students)).toEqual({ loanLimit: 2, holdLimit: 5 });
    expect(limitsOf({ ...defaultPolicy, unverifiedLimits: { loanLimit: 1, holdLimit: 9 } }, { verified: false }, students)).toEqual({ loanLimit: 1, holdLimit: 5 });
  });

  test('a category without words of its own has the default', () => {
    const [general, own] = [termsOf(defaultPolicy, silent), termsOf(defaultPolicy, silent, students)];
    const title = { terms: general, termsByCategory: { pelajar: own } };
    expect([termsFor(title, 'pelajar'), termsFor(title, 'umum'), termsFor(title, null)]).toEqual([own, general, general]);
  });

  test('while more than so many wait per copy loans are shorter, where that is switched on, and never longer', () => {
    const shorter = (loanPeriod: string) => termsOf({ ...defaultPolicy, shorterLoans: { waitingPerCopy: 3, loanPeriod } }, silent);
    const now = (terms: ReturnType<typeof termsOf>, waitingCount: number) => loanPeriodNow(terms, { waitingCount, copyCount: 2 }) / day;
    expect([now(shorter('P1D'), 6), now(shorter('P1D'), 7), now(shorter('P9D'), 7), now(termsOf(defaultPolicy, silent), 700)]).toEqual([3, 1, 3, 3]);
  });
});

describe('people are told which value applies and why', () => {
  const category: CategoryPolicy = { category: 'pelajar', loanPeriod: 'P5D', loanLimit: 9, holdLimit: null, pickupWindow: 'P2D', renewalLimit: null, renewalWindow: null };

  test('of a loan: from the title, the category, or the general rules', () => {
    expect(termsThatApply({ policy: defaultPolicy, title: { ...silent, loanPeriod: 'P7D', renewalLimit: 0 }, category })).toEqual({
      loanPeriod: { value: 'P7D', because: 'title' },
      pickupWindow: { value: 'P2D', because: 'category' },
      renewalLimit: { value: 0, because: 'title' },
      renewalWindow: { value: 'P1D', because: 'default' },
    });
  });

  test('of limits: who is not verified is told so, where that is what counts', () => {
    const policy = { ...defaultPolicy, unverifiedLimits: { loanLimit: 1, holdLimit: 5 } };
    const limit = (field: 'loanLimit' | 'holdLimit', verified: boolean) => limitThatApplies(field, { policy, category }, { verified });
    expect(limit('loanLimit', true)).toEqual({ value: 9, because: 'category' });
    expect(limit('loanLimit', false)).toEqual({ value: 1, because: 'unverified' });
    expect(limit('holdLimit', false)).toEqual({ value: 5, because: 'default' });
  });
});
