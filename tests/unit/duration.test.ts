import { describe, expect, test } from '@jest/globals';
import { durationMs, isoDuration } from '@/lib/domain/duration';
import { day, hour, minute } from '@/lib/domain/time';

describe('durations are exact', () => {
  test.each([
    ['P3D', 3 * day],
    ['P1D', 24 * hour],
    ['PT1H30M', 90 * minute],
    ['PT5S', 5000],
    ['P2W', 14 * day],
    ['P1DT12H', 36 * hour],
  ])('%s is %d milliseconds', (text, milliseconds) => {
    expect(durationMs(text)).toBe(milliseconds);
  });

  test.each(['P1M', 'P1Y', 'P', 'PT', '3D', '', 'P1.5D', 'P-1D', 'P1W2D', 'PT1H '])('%p has no fixed length and is refused', (text) => {
    expect(durationMs(text)).toBeNull();
  });

  test('what is written reads back the same', () => {
    for (const ms of [0, 1000, 59_000, 5400_000, 3 * day, 3 * day + 61_000]) expect(durationMs(isoDuration(ms))).toBe(ms);
  });
});
