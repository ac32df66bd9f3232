import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { durationMs } from '@/lib/domain/duration';
import { daysOf, durationOf, durationOfDays, lengthOf, lengthUnits } from '@/lib/domain/policy/length';

describe('people enter days and hours, not ISO text', () => {
  test.each([
    ['P3D', 3, 'day'],
    ['P1W', 7, 'day'],
    ['PT36H', 36, 'hour'],
    ['PT24H', 1, 'day'],
    ['PT90M', 90, 'minute'],
    ['PT5S', 5, 'second'],
    ['P1DT1S', 86401, 'second'],
  ])('%s is shown as %d %s', (duration, amount, unit) => {
    expect(lengthOf(duration)).toEqual({ amount, unit });
  });

  test.each([['0', 'day'], ['1,5', 'day'], ['-1', 'day'], ['', 'hour'], ['3', 'month'], ['1e3', 'day'], ['9999999999', 'day']])('%s %s is not understood', (amount, unit) => {
    expect(durationOf(amount, unit)).toBeNull();
  });

  test('what is shown, saved unchanged, is the same length', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), fc.constantFrom(...lengthUnits), (amount, unit) => {
        const duration = durationOf(String(amount), unit) ?? '';
        const shown = lengthOf(duration);
        expect(durationMs(durationOf(String(shown.amount), shown.unit) ?? '')).toBe(durationMs(duration));
      }),
    );
  });
});

test.each([
  ['', null, ''],
  [' 7 ', 'P7D', '7'],
  ['PT36H', 'PT36H', 'PT36H'],
  ['seminggu', 'seminggu', 'seminggu'],
])('a number in a field is days, an empty one says nothing, and what was set otherwise stands as it is: %j', (typed, duration, shown) => {
  expect(durationOfDays(typed)).toBe(duration);
  expect(daysOf(duration)).toBe(shown);
});
