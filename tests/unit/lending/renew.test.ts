import { describe, expect, test } from '@jest/globals';
import { titleLending } from '@/lib/domain/lending/title-lending';
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
    expect(seen(library, 'a').renewal).toMatchObject({ allowed: false, refusal: { code: 'others-waiting', waiting: 1 } });
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

describe('renewing under a licence (rules 6 and 7)', () => {
  /** One copy under such a licence, lent to a at hour 0. */
  function under(terms: Parameters<PureLibrary['addLicence']>[0]['terms'], copies = 1): PureLibrary {
    const library = new PureLibrary(0);
    library.addLicence({ terms, copies });
    library.borrow('a');
    return library;
  }

  test('consumes a loan of a metered licence', () => {
    const library = under({ model: 'metered-by-loans', checkoutsLimit: 3 });
    library.pass(2 * day);
    library.renew('a');
    expect(library.circulation.licences[1]).toMatchObject({ checkoutsUsed: 2, end: null });
  });

  test('is refused when no loan is left', () => {
    const library = under({ model: 'metered-by-loans', checkoutsLimit: 1 });
    library.pass(2 * day);
    expect(library.renew('a')).toMatchObject({ refusal: { code: 'licence-ended' } });
    expect(library.circulation.loans[0]).toMatchObject({ state: 'active', dueAt: after(3 * day) });
  });

  test('is refused when the last loan is set aside for somebody whose turn it is', () => {
    const library = under({ model: 'bundle', checkoutsLimit: 3 }, 2);
    library.borrow('b');
    library.pass(2 * day);
    library.placeHold('c');
    library.returnLoan('b');
    expect(library.circulation.holds[0]?.state).toBe('ready');
    expect(library.renew('a')).toMatchObject({ refusal: { code: 'licence-ended' } });
  });

  test('goes no further than the licence, and not at all once the loan ends with it', () => {
    const library = under({ model: 'metered-by-time', expiresAt: after(4 * day) });
    library.pass(2 * day);
    expect(seen(library, 'a').renewal).toEqual({ allowed: true, until: after(4 * day) });
    expect(library.renew('a')).toMatchObject({ ok: true, value: { dueAt: after(4 * day) } });
    expect(library.extend('a')).toMatchObject({ refusal: { code: 'licence-ended' } });
  });

  test('goes by the length that the licence allows', () => {
    const library = under({ model: 'perpetual', loanLength: 'PT30H' });
    library.pass(20 * hour);
    expect(library.renew('a')).toMatchObject({ ok: true, value: { dueAt: after(60 * hour) } });
  });

  test('a withdrawn licence renews nothing, also where its loans run out', () => {
    const library = under({ model: 'perpetual' });
    library.pass(2 * day);
    library.endLicence(1);
    expect(library.renew('a')).toMatchObject({ refusal: { code: 'licence-ended' } });
  });

  test("a librarian's extension passes over window, number and queue, but respects the licence's end", () => {
    const library = under({ model: 'metered-by-both', expiresAt: after(10 * day), checkoutsLimit: 5 });
    library.placeHold('b');
    expect(library.renew('a')).toMatchObject({ refusal: { code: 'renewal-too-early' } });
    expect(library.extend('a')).toMatchObject({ ok: true, value: { dueAt: after(6 * day), renewalCount: 1 } });
    expect(library.extend('a')).toMatchObject({ ok: true, value: { dueAt: after(9 * day) } });
    expect(library.extend('a')).toMatchObject({ ok: true, value: { dueAt: after(10 * day) } });
    expect(library.circulation.licences[1]?.checkoutsUsed).toBe(4);
    library.pass(10 * day);
    expect(library.extend('a')).toMatchObject({ refusal: { code: 'loan-ended' } });
  });
});

const seen = (library: PureLibrary, memberId: string) =>
  titleLending({ circulation: library.circulation, borrower: library.borrower(memberId), aheadCount: 0, pace: null, now: library.now });
