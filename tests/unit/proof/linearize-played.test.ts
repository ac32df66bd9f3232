import { describe, expect, test } from '@jest/globals';
import { linearize } from '../../support/linearizability/linearize';
import { playedByTheModel } from '../../support/linearizability/played';

describe('a history of eight members, a librarian and the clockwork that the rules themselves have played', () => {
  test.each([1, 2, 3, 4])('is explained by one order, whatever overlapped: %i', (seed) => {
    const { history, model } = playedByTheModel({ seed, latencyMs: 60 });
    expect(linearize(history, model).kind).toBe('linearizable');
    expect(new Set(history.map(({ op }) => op.act)).size).toBeGreaterThan(8);
  });

  test('is not, once a loan that was granted is said to have been refused', () => {
    const { history, model } = playedByTheModel({ seed: 1, latencyMs: 5 });
    const granted = history.findIndex(({ op, answer }) => op.act === 'borrow' && answer.status === 'granted');
    const denied = history.map((call, at) => (at === granted ? { ...call, answer: { status: 'refused' as const, code: 'no-copy-available', facts: { holdsAhead: 0 } } } : call));
    expect(linearize(denied, model).kind).toBe('violation');
  });
});
