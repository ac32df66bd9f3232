import { describe, expect, test } from '@jest/globals';
import { defaultPolicy, limitsOf, termsOf } from '@/lib/domain/lending/policy';
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
