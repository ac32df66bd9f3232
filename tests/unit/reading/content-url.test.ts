import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { urlSpan } from '@/lib/domain/reading/content-url';

const dueAt = new Date('2026-11-25T08:00:00.000Z');
const before = (milliseconds: number) => new Date(dueAt.getTime() - milliseconds);

describe('a signed URL', () => {
  test('lives 120 seconds when the loan has longer to run', () => {
    expect(urlSpan(before(3_600_000), dueAt)?.expiresInSeconds).toBe(120);
  });

  test('ends with the loan when that comes sooner', () => {
    expect(urlSpan(before(30_000), dueAt)).toEqual({ signedAt: before(30_000), expiresInSeconds: 30, expiresAt: dueAt });
  });

  test('counts from the second that runs, so that it still ends with the loan and not after it', () => {
    expect(urlSpan(before(29_300), dueAt)).toEqual({ signedAt: before(30_000), expiresInSeconds: 30, expiresAt: dueAt });
    expect(urlSpan(before(1), dueAt)?.expiresAt).toEqual(dueAt);
  });

  test('is not given from the instant the loan ends', () => {
    expect(urlSpan(dueAt, dueAt)).toBeNull();
    expect(urlSpan(before(-1), dueAt)).toBeNull();
  });

  test('never lives longer than 120 seconds nor beyond the loan, at whatever instant it is asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000, max: 10_000_000 }), fc.integer({ min: 0, max: 999 }), (left, dueMs) => {
        const due = new Date(dueAt.getTime() + dueMs);
        const now = new Date(due.getTime() - left);
        const span = urlSpan(now, due);
        if (span === null) return left < 1000;
        return span.expiresAt <= due && span.expiresAt.getTime() - now.getTime() <= 120_000 && span.expiresAt > now && span.expiresInSeconds >= 1;
      }),
    );
  });
});
