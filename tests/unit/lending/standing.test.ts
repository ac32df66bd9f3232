import { describe, expect, test } from '@jest/globals';
import { firstBarredWithin, goodStanding, isBarred } from '@/lib/domain/lending/standing';
import { day, hour } from '@/lib/domain/time';
import { after } from '../../support/pure-library';

const blocked = { ...goodStanding, blockedAt: after(hour), blockedUntil: after(5 * hour) };
const ended = { ...goodStanding, validUntil: after(3 * hour) };

describe('a blocked or expired member (rule 10)', () => {
  test('a block begins and ends by the clock, to the millisecond', () => {
    expect(isBarred(blocked, after(hour - 1))).toBe(false);
    expect(isBarred(blocked, after(hour))).toBe(true);
    expect(isBarred(blocked, after(5 * hour - 1))).toBe(true);
    expect(isBarred(blocked, after(5 * hour))).toBe(false);
  });

  test('a block without an end goes on', () => {
    expect(isBarred({ ...blocked, blockedUntil: null }, after(900 * day))).toBe(true);
  });

  test('a membership ends at its last instant', () => {
    expect(isBarred(ended, after(3 * hour - 1))).toBe(false);
    expect(isBarred(ended, after(3 * hour))).toBe(true);
  });

  test('a running offer is withdrawn at the instant of the block, also when the block has ended since', () => {
    expect(firstBarredWithin(blocked, after(0), after(day))).toEqual(after(hour));
  });

  test('a block that was there before the span bars from its start', () => {
    expect(firstBarredWithin(blocked, after(2 * hour), after(day))).toEqual(after(2 * hour));
  });

  test('a block outside the span bars nothing', () => {
    expect(firstBarredWithin(blocked, after(5 * hour), after(day))).toBeNull();
    expect(firstBarredWithin(blocked, after(0), after(hour))).toBeNull();
    expect(firstBarredWithin(goodStanding, after(0), after(day))).toBeNull();
  });

  test('of a block and the end of membership the earlier one counts', () => {
    expect(firstBarredWithin({ ...blocked, validUntil: after(30 * 60_000) }, after(0), after(day))).toEqual(after(30 * 60_000));
    expect(firstBarredWithin({ ...blocked, validUntil: after(2 * hour) }, after(0), after(day))).toEqual(after(hour));
  });
});
