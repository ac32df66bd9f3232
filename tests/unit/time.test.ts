import { describe, expect, test } from '@jest/globals';
import { overlapMs, roundUpToSecond } from '@/lib/domain/time';

const at = (seconds: number) => new Date(seconds * 1000);

describe('spans are half-open', () => {
  test('two spans that touch share nothing', () => {
    expect(overlapMs({ from: at(0), until: at(2) }, { from: at(2), until: at(4) })).toBe(0);
    expect(overlapMs({ from: at(0), until: at(3) }, { from: at(2), until: at(9) })).toBe(1000);
    expect(overlapMs({ from: at(5), until: at(6) }, { from: at(0), until: at(9) })).toBe(1000);
  });

  test('an instant is rounded up to the whole second, a whole one stays', () => {
    expect(roundUpToSecond(new Date(1001))).toEqual(at(2));
    expect(roundUpToSecond(at(2))).toEqual(at(2));
  });
});
