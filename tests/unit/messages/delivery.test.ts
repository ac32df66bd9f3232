import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { finalTriesAtMost, pauseAfter, triesAtMost } from '@/lib/domain/messages/delivery';
import { day, minute, second } from '@/lib/domain/time';

describe('trying an e-mail again', () => {
  test('after 30 seconds, a minute, two minutes, and never more than a quarter of an hour', () => {
    expect([1, 2, 3].map((tries) => pauseAfter(tries, { isFinal: false }))).toEqual([30 * second, minute, 2 * minute]);
    expect(pauseAfter(60, { isFinal: false })).toBe(15 * minute);
  });

  test('never sooner than the time before, and always with an end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.boolean(), (tries, isFinal) => {
        const [pause, next] = [pauseAfter(tries, { isFinal }), pauseAfter(tries + 1, { isFinal })];
        if (pause === null) return expect(next).toBeNull();
        expect(next === null || next >= pause).toBe(true);
      }),
    );
  });

  test('a mail server may be away for a day; an address that is refused is given up after five tries', () => {
    const waits = Array.from({ length: triesAtMost - 1 }, (_, index) => pauseAfter(index + 1, { isFinal: false }) ?? 0);
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThan(day - 2 * 60 * minute);
    expect(pauseAfter(triesAtMost, { isFinal: false })).toBeNull();
    expect(pauseAfter(finalTriesAtMost, { isFinal: true })).toBeNull();
  });
});
