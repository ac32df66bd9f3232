import { describe, expect, test } from '@jest/globals';
import { isDueForTouch, isLoggedIn } from '@/lib/domain/members/session';
import { addMs, day, minute } from '@/lib/domain/time';

const now = new Date('2026-11-22T08:00:00Z');
const usedAgo = (ms: number, endedAt: Date | null = null) => ({ lastUsedAt: addMs(now, -ms), endedAt });

describe('a device stays logged in for 180 days from its last use', () => {
  test('to the instant', () => {
    expect(isLoggedIn(usedAgo(180 * day - 1), now)).toBe(true);
    expect(isLoggedIn(usedAgo(180 * day), now)).toBe(false);
  });

  test('but not once it was logged out', () => {
    expect(isLoggedIn(usedAgo(0, now), now)).toBe(false);
  });

  test('and its use is written down at most once an hour', () => {
    expect(isDueForTouch(usedAgo(59 * minute), now)).toBe(false);
    expect(isDueForTouch(usedAgo(60 * minute), now)).toBe(true);
  });
});
