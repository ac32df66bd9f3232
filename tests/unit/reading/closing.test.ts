import { describe, expect, test } from '@jest/globals';
import { phaseOf, untilNextPhaseMs } from '@/lib/domain/reading/closing';
import { minute } from '@/lib/domain/time';

describe('what an open book does about its end', () => {
  const now = new Date('2026-11-22T02:00:00Z');
  const due = (milliseconds: number) => new Date(now.getTime() + milliseconds);
  test.each([
    [60 * minute, 'open', 50 * minute], [10 * minute + 1, 'open', 1], [10 * minute, 'ending-soon', 10 * minute], [1, 'ending-soon', 1], [0, 'ended', null], [-5, 'ended', null],
  ] as const)('%d ms before it: %s, and next in %s ms', (left, phase, next) => {
    expect([phaseOf(due(left), now), untilNextPhaseMs(due(left), now)]).toEqual([phase, next]);
  });
});
