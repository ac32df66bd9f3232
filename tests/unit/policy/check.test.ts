import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isoDuration } from '@/lib/domain/duration';
import { defaultPolicy } from '@/lib/domain/lending/policy';
import { checkPolicy, durationFields, longestMs, shortestMs } from '@/lib/domain/policy/check';
import { policyDifference } from '@/lib/domain/policy/difference';

describe('an admin edits the policy', () => {
  test('the default policy may apply', () => {
    expect(checkPolicy(defaultPolicy)).toEqual([]);
  });

  test.each(['PT5S', 'PT1M', 'P1W', 'P3D', 'P1DT12H', 'PT90M'])('%s is an exact duration from five seconds up', (loanPeriod) => {
    expect(checkPolicy({ ...defaultPolicy, loanPeriod })).toEqual([]);
  });

  test.each([
    ['P1M', 'not-exact'],
    ['P1Y', 'not-exact'],
    ['P1Y2M3DT4H', 'not-exact'],
    ['P1M2W', 'not-exact'],
    ['PT4S', 'too-short'],
    ['P0D', 'too-short'],
    ['P40000D', 'too-long'],
    ['P', 'not-a-duration'],
    ['', 'not-a-duration'],
    ['3 hari', 'not-a-duration'],
    ['-P3D', 'not-a-duration'],
    ['P1.5D', 'not-a-duration'],
    ['PT', 'not-a-duration'],
    ['MONDAY', 'not-a-duration'],
  ])('%s is refused: %s', (loanPeriod, problem) => {
    expect(checkPolicy({ ...defaultPolicy, loanPeriod })).toEqual([{ field: 'loanPeriod', problem }]);
  });

  test('a window may exceed the loan period', () => {
    expect(checkPolicy({ ...defaultPolicy, loanPeriod: 'PT5S', pickupWindow: 'P30D', renewalWindow: 'P30D' })).toEqual([]);
  });

  test.each([-1, 1.5, 1001, Number.NaN])('%d is no count', (count) => {
    expect(checkPolicy({ ...defaultPolicy, loanLimit: count, unverifiedLimits: { loanLimit: 1, holdLimit: count } })).toEqual([
      { field: 'loanLimit', problem: 'not-a-count' },
      { field: 'unverifiedLimits.holdLimit', problem: 'not-a-count' },
    ]);
  });

  test('every wrong value is named at once', () => {
    const fields = checkPolicy({ ...defaultPolicy, loanPeriod: 'P1M', retention: 'x', renewalLimit: -1 }).map(({ field }) => field);
    expect(fields).toEqual(['loanPeriod', 'retention', 'renewalLimit']);
  });

  test('any length between the bounds may stand in any duration field', () => {
    fc.assert(
      fc.property(fc.integer({ min: shortestMs / 1000, max: longestMs / 1000 }), fc.constantFrom(...durationFields), (seconds, field) => {
        expect(checkPolicy({ ...defaultPolicy, [field]: isoDuration(seconds * 1000) })).toEqual([]);
      }),
    );
  });
});

describe('the audit keeps what differs', () => {
  test('before and after of each changed value', () => {
    const after = { ...defaultPolicy, loanPeriod: 'P7D', unverifiedLimits: { loanLimit: 1, holdLimit: 1 } };
    expect(policyDifference(defaultPolicy, after)).toEqual({
      loanPeriod: { before: 'P3D', after: 'P7D' },
      unverifiedLimits: { before: null, after: { loanLimit: 1, holdLimit: 1 } },
    });
  });

  test('the same length in other words is no change', () => {
    expect(policyDifference({ ...defaultPolicy, loanPeriod: 'P7D' }, { ...defaultPolicy, loanPeriod: 'P1W', pickupWindow: 'PT24H' })).toEqual({});
  });
});
