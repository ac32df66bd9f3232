import { describe, expect, test } from '@jest/globals';
import { policyDifference } from '@/lib/domain/policy/difference';
import type { Policy } from '@/lib/domain/lending/policy';

describe('what changed of the policy', () => {
  const policy = { loanPeriod: 'P7D', loanLimit: 5, holdLimit: 5, pickupWindow: 'P1D', renewalLimit: 1, renewalWindow: 'P1D', retention: 'P90D', forgivenPickups: 1, shorterLoans: null, unverifiedLimits: null } as unknown as Policy;
  const difference = (more: Partial<Policy>) => policyDifference(policy, { ...policy, ...more } as Policy);

  test('nothing, also when the same length is written in another way', () => {
    expect(difference({})).toEqual({});
    expect(difference({ loanPeriod: 'P1W', pickupWindow: 'PT24H' } as Partial<Policy>)).toEqual({});
  });

  test.each([
    [{ loanPeriod: 'P3D' }, { loanPeriod: { before: 'P7D', after: 'P3D' } }],
    [{ loanLimit: 0 }, { loanLimit: { before: 5, after: 0 } }],
    [{ unverifiedLimits: { loanLimit: 1, holdLimit: 2 } }, { unverifiedLimits: { before: null, after: { loanLimit: 1, holdLimit: 2 } } }],
    [{ shorterLoans: { waitingPerCopy: 3, loanPeriod: 'P1D' } }, { shorterLoans: { before: null, after: { waitingPerCopy: 3, loanPeriod: 'P1D' } } }],
  ])('%j', (more, told) => expect(difference(more as unknown as Partial<Policy>)).toEqual(told));

  test('both values of a pair are looked at', () => {
    const before = { ...policy, unverifiedLimits: { loanLimit: 1, holdLimit: 2 } } as Policy;
    expect(Object.keys(policyDifference(before, { ...before, unverifiedLimits: { loanLimit: 1, holdLimit: 3 } }))).toEqual(['unverifiedLimits']);
    expect(policyDifference(before, { ...before, unverifiedLimits: { loanLimit: 1, holdLimit: 2 } })).toEqual({});
  });
});
