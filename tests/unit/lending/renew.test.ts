import { describe, expect, test } from '@jest/globals';
import { day, hour } from '@/lib/domain/time';
import { after, PureLibrary } from '../../support/pure-library';

/** One copy, lent to a at hour 0. */
function lent(): PureLibrary {
  const library = new PureLibrary(1);
  library.borrow('a');
  return library;
}

describe('renewing (rule 6)', () => {
  test('extends from dueAt, not from now', () => {
    const library = lent();
    library.pass(3 * day - hour);
    expect(library.renew('a')).toMatchObject({ ok: true, value: { dueAt: after(6 * day), renewalCount: 1 } });
    expect(library.circulation.uses[0]?.until).toEqual(after(6 * day));
  });

  test('opens exactly 24 hours before the end', () => {
    const library = lent();
    library.pass(2 * day - 1);
    expect(library.renew('a')).toMatchObject({ refusal: { code: 'renewal-too-early', renewableFrom: after(2 * day) } });
    library.pass(1);
    expect(library.renew('a')?.ok).toBe(true);
  });

  test('once, not twice', () => {
    const library = lent();
    library.pass(2 * day);
    library.renew('a');
    library.pass(3 * day);
    expect(library.renew('a')).toMatchObject({ refusal: { code: 'renewal-limit-reached', limit: 1 } });
  });

  test('not while one single member waits; once that member has left, it can', () => {
    const library = lent();
    library.placeHold('b');
    library.pass(2 * day);
    expect(library.renew('a')).toMatchObject({ refusal: { code: 'others-waiting', waiting: 1 } });
    library.cancelHold('b');
    expect(library.renew('a')?.ok).toBe(true);
  });

  test('a running offer of another copy does not count as waiting', () => {
    const library = new PureLibrary(2);
    library.borrow('a');
    library.borrow('c');
    library.placeHold('b');
    library.returnLoan('c');
    library.pass(2 * day);
    library.circulation = { ...library.circulation, holds: library.circulation.holds.map((hold) => (hold.state === 'ready' ? { ...hold, readyUntil: after(4 * day) } : hold)), uses: library.circulation.uses.map((use) => (use.kind === 'offer' ? { ...use, until: after(4 * day) } : use)) };
    expect(library.circulation.holds[0]?.state).toBe('ready');
    expect(library.renew('a')?.ok).toBe(true);
  });

  test('not when blocked, not when withdrawn, not after the end', () => {
    const blocked = lent();
    blocked.pass(2 * day);
    blocked.block('a', null);
    expect(blocked.renew('a')).toMatchObject({ refusal: { code: 'member-blocked' } });
    const withdrawn = lent();
    withdrawn.pass(2 * day);
    withdrawn.withdraw();
    expect(withdrawn.renew('a')).toMatchObject({ refusal: { code: 'title-withdrawn' } });
    const over = lent();
    over.pass(3 * day);
    expect(over.renew('a')).toMatchObject({ refusal: { code: 'loan-ended', endedBy: 'expired', endedAt: after(3 * day) } });
  });
});
