import { describe, expect, test } from '@jest/globals';
import { mayRead } from '@/lib/domain/reading/access';
import { phaseOf, untilNextPhaseMs } from '@/lib/domain/reading/closing';

const dueAt = new Date('2026-11-25T08:00:00.000Z');
const before = (milliseconds: number) => new Date(dueAt.getTime() - milliseconds);
const minutes = 60_000;

describe('reading ends by the clock, not by the job', () => {
  const loan = { state: 'active', dueAt, endedAt: null } as const;

  test('it is allowed until the last millisecond of the loan', () => {
    expect(mayRead(loan, before(1)).ok).toBe(true);
  });

  test('it is refused from the very instant of dueAt, although the loan is still marked active', () => {
    expect(mayRead(loan, dueAt)).toEqual({ ok: false, refusal: { code: 'loan-ended', endedAt: dueAt, endedBy: 'expired' } });
  });

  test.each(['returned', 'revoked', 'expired'] as const)('it is refused once the loan is %s, and says when and by what', (state) => {
    const endedAt = before(5 * minutes);
    expect(mayRead({ state, dueAt, endedAt }, before(4 * minutes))).toEqual({ ok: false, refusal: { code: 'loan-ended', endedAt, endedBy: state } });
  });
});

describe('the open book', () => {
  test('says nothing while there is time', () => {
    expect(phaseOf(dueAt, before(10 * minutes + 1))).toBe('open');
    expect(untilNextPhaseMs(dueAt, before(12 * minutes))).toBe(2 * minutes);
  });

  test('speaks up ten minutes before the end', () => {
    expect(phaseOf(dueAt, before(10 * minutes))).toBe('ending-soon');
    expect(untilNextPhaseMs(dueAt, before(10 * minutes))).toBe(10 * minutes);
  });

  test('closes at the instant the loan ends', () => {
    expect(phaseOf(dueAt, before(1))).toBe('ending-soon');
    expect(phaseOf(dueAt, dueAt)).toBe('ended');
    expect(untilNextPhaseMs(dueAt, dueAt)).toBeNull();
  });
});
