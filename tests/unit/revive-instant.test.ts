import { describe, expect, test } from '@jest/globals';
import { reviveInstant } from '@/lib/domain/revive-instant';

describe('an answer that is kept as text', () => {
  test('has its instants again, and nothing else is taken for one', () => {
    const kept = { at: new Date('2026-11-22T02:00:00.123Z'), text: '2026-11-22', almost: 'x 2026-11-22T02:00:00.123Z', list: [new Date(0)], none: null };
    expect(JSON.parse(JSON.stringify(kept), reviveInstant)).toEqual(kept);
  });
});
