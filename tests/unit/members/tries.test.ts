import { describe, expect, test } from '@jest/globals';
import { delayMs, oneMoreTry, passwordTriesPerAccount, passwordTriesPerAddress, scaled, type Tries, type TryLimit } from '@/lib/domain/members/tries';
import { addMs, hour, minute, second } from '@/lib/domain/time';

const start = new Date('2026-11-22T08:00:00Z');

describe('wrong passwords against one account from one place', () => {
  const limit = passwordTriesPerAccount;

  test('the first five are free, then each costs twice the wait of the one before, up to a minute', () => {
    const delays = [1, 5, 6, 7, 8, 9, 10, 11, 12, 13, 1000].map((count) => delayMs(limit, count) / second);
    expect(delays).toEqual([0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60]);
  });

  test('a try during the wait is not looked at and does not make the wait longer', () => {
    const { tries, at } = wrongTries(limit, 8);
    expect(oneMoreTry(limit, tries, addMs(at, second))).toEqual({ allowed: false, waitMs: 3 * second });
    expect(oneMoreTry(limit, tries, addMs(at, 2 * second))).toEqual({ allowed: false, waitMs: 2 * second });
    expect(oneMoreTry(limit, tries, addMs(at, 4 * second)).allowed).toBe(true);
  });

  test('an hour of quiet starts afresh; a patient guesser never sees that hour', () => {
    const { tries, at } = wrongTries(limit, 12);
    expect(oneMoreTry(limit, tries, addMs(at, hour))).toMatchObject({ tries: { count: 1 } });
    expect(oneMoreTry(limit, tries, addMs(at, hour - 1))).toMatchObject({ tries: { count: 13 } });
  });

  test('in a day one place can try an account fewer than 1,500 times', () => {
    let tried = 0;
    let tries: Tries | null = null;
    for (let at = start; at < addMs(start, 24 * hour); ) {
      const verdict = oneMoreTry(limit, tries, at);
      if (verdict.allowed) {
        tried += 1;
        tries = verdict.tries;
        continue;
      }
      at = addMs(at, verdict.waitMs);
    }
    expect(tried).toBeLessThan(1500);
    expect(tried).toBeGreaterThan(1400);
  });
});

describe('all wrong passwords from one address', () => {
  test('a school may be wrong a hundred times in ten minutes; then it waits for the ten minutes to end', () => {
    const { tries } = wrongTries(passwordTriesPerAddress, 100);
    expect(oneMoreTry(passwordTriesPerAddress, tries, addMs(start, minute))).toEqual({ allowed: false, waitMs: 9 * minute });
    expect(oneMoreTry(passwordTriesPerAddress, tries, addMs(start, 10 * minute)).allowed).toBe(true);
  });

  test('RATE_LIMIT_SCALE multiplies what is free', () => {
    expect(scaled(passwordTriesPerAddress, 1000).freeCount).toBe(100_000);
    expect(scaled(passwordTriesPerAccount, 0.01).freeCount).toBe(1);
  });
});

/** So many allowed tries, each at the first instant it is allowed. */
function wrongTries(limit: TryLimit, count: number): { tries: Tries; at: Date } {
  let tries: Tries | null = null;
  let at = start;
  for (let done = 0; done < count; ) {
    const verdict = oneMoreTry(limit, tries, at);
    if (!verdict.allowed) {
      at = addMs(at, verdict.waitMs);
      continue;
    }
    tries = verdict.tries;
    done += 1;
  }
  return { tries: tries as Tries, at };
}
