import { describe, expect, test } from '@jest/globals';
import { creditOutage } from '@/lib/domain/lending/outage';
import { titleLending } from '@/lib/domain/lending/title-lending';
import { day, hour } from '@/lib/domain/time';
import { aBorrower, after, PureLibrary } from '../../support/pure-library';

/** One copy under a licence that ends on the fifth day, after the copyless perpetual one. */
function timed(copies = 1): PureLibrary {
  const library = new PureLibrary(0);
  library.addLicence({ terms: { model: 'metered-by-time', expiresAt: after(5 * day) }, copies });
  return library;
}
const states = ({ circulation }: PureLibrary) => circulation.holds.map((hold) => hold.state);

describe('no loan or offer outlives its licence (rule 7)', () => {
  test('an offer whose licence ends puts the hold back to waiting, place kept', () => {
    const library = timed();
    library.pass(2 * day);
    library.borrow('a');
    library.placeHold('b');
    library.placeHold('c');
    library.pass(2 * day + 12 * hour);
    library.returnLoan('a');
    expect(library.circulation.holds[0]).toMatchObject({ state: 'ready', readyUntil: after(5 * day) });
    library.pass(day);
    library.settle();
    expect(states(library)).toEqual(['waiting', 'waiting']);
    expect(library.circulation.holds[0]?.missedCount).toBe(0);
    expect(library.log.find((change) => change.kind === 'offer-withdrawn')?.at).toEqual(after(5 * day));
    library.addLicence({ terms: { model: 'perpetual' } });
    expect(states(library)).toEqual(['ready', 'waiting']);
  });

  test('a window that passed before the licence ended was missed', () => {
    const library = timed();
    library.borrow('a');
    library.placeHold('b');
    library.returnLoan('a');
    library.pass(6 * day);
    library.settle();
    expect(library.circulation.holds[0]).toMatchObject({ missedCount: 1 });
    expect(library.log.find((change) => change.kind === 'offer-missed')?.at).toEqual(after(day));
  });

  test('the credit of an outage does not carry an offer past the end of its licence', () => {
    const library = timed();
    library.borrow('a');
    library.placeHold('b');
    library.pass(day);
    library.returnLoan('a');
    const { changes } = creditOutage(library.circulation, { id: 'outage', from: after(day + hour), until: after(20 * day) }, after(20 * day));
    expect(changes).toMatchObject([{ kind: 'offer-extended', readyUntil: after(5 * day) }]);
  });

  test('after the end, borrowing and queueing are refused as licence-ended, and the page says so', () => {
    const library = timed();
    library.pass(5 * day - 1);
    expect(titleLending({ circulation: library.circulation, borrower: aBorrower('a'), aheadCount: 0, pace: null, now: library.now }).copies).toEqual({ total: 1, available: 1, simultaneousUse: false });
    library.pass(1);
    // also when nobody has settled it yet
    expect(titleLending({ circulation: library.circulation, borrower: aBorrower('a'), aheadCount: 0, pace: null, now: library.now })).toMatchObject({ copies: { total: 0, available: 0 }, action: { kind: 'unavailable', because: 'licence-ended' } });
    expect(library.borrow('a')).toMatchObject({ refusal: { code: 'licence-ended' } });
    expect(library.placeHold('a')).toMatchObject({ refusal: { code: 'licence-ended' } });
  });

  test('a licence that is over already cannot be bought', () => {
    const library = timed();
    library.pass(6 * day);
    expect(library.addLicence({ terms: { model: 'metered-by-time', expiresAt: after(5 * day) } })).toMatchObject({ refusal: { code: 'licence-ended' } });
    expect(library.circulation.licences).toHaveLength(2);
  });
});

describe('a copy belongs to its licence', () => {
  test('the count of one licence changes without the others; a licence that has ended gets no copies', () => {
    const library = timed(2);
    library.changeCopies(5);
    expect(library.circulation.copies.filter(({ licenceId }) => licenceId === 'licence')).toHaveLength(3);
    library.endLicence(1);
    expect(library.circulation.copies.map(({ retiredAt }) => retiredAt !== null)).toEqual([true, true, false, false, false]);
    library.changeCopies(4);
    expect(library.circulation.copies.filter(({ retiredAt, licenceId }) => retiredAt === null && licenceId === 'licence')).toHaveLength(4);
  });

  test('a copy that leaves with its licence is not revived', () => {
    const library = timed();
    library.borrow('a');
    library.endLicence(1);
    expect(library.circulation.copies[0]).toMatchObject({ retiredAt: null });
    library.changeCopies(1);
    expect(library.circulation.copies[0]?.retiringAt).not.toBeNull();
    expect(library.circulation.copies).toHaveLength(2);
  });
});

describe('withdrawing a licence, or a title at once (rights problem)', () => {
  test('its loans run out when the librarian lets them, its offers go back to waiting, its copies leave', () => {
    const library = timed(2);
    library.borrow('a');
    library.borrow('b');
    library.placeHold('c');
    library.returnLoan('b');
    expect(states(library)).toEqual(['ready']);
    library.endLicence(1);
    expect(library.circulation.loans[0]).toMatchObject({ state: 'active', dueAt: after(3 * day) });
    expect(states(library)).toEqual(['waiting']);
    expect(library.circulation.copies.map(({ retiredAt }) => retiredAt)).toEqual([null, library.now]);
    library.pass(3 * day);
    library.settle();
    expect(library.circulation.copies.every(({ retiredAt }) => retiredAt !== null)).toBe(true);
  });

  test('its loans end at once when the librarian says so, as revoked with the reason; loans of other licences go on', () => {
    const library = timed(1);
    library.changeCopies(2);
    library.borrow('a');
    library.borrow('b');
    library.endLicence(1, true);
    expect(library.licencesUsedBy('a')).toEqual([1]);
    expect(library.circulation.loans).toMatchObject([{ state: 'revoked', endedReason: 'hak cipta', endedAt: library.now }, { state: 'active' }]);
  });

  test('withdrawing twice changes nothing', () => {
    const library = timed();
    library.endLicence(1);
    const length = library.log.length;
    expect(library.endLicence(1, true)?.ok).toBe(true);
    expect(library.log).toHaveLength(length);
  });

  test('a title withdrawn at once: running loans end as revoked with the reason, holds are cancelled with theirs', () => {
    const library = new PureLibrary(1);
    library.borrow('a');
    library.placeHold('b');
    library.withdraw(true);
    expect(library.circulation.loans[0]).toMatchObject({ state: 'revoked', endedReason: 'hak cipta' });
    expect(library.circulation.holds[0]).toMatchObject({ state: 'cancelled', endedReason: 'title-withdrawn' });
  });

  test('a title withdrawn gently lets loans run out, and can still be withdrawn at once', () => {
    const library = new PureLibrary(1);
    library.borrow('a');
    library.withdraw();
    expect(library.circulation.loans[0]?.state).toBe('active');
    library.withdraw(true);
    expect(library.circulation.loans[0]?.state).toBe('revoked');
    expect(library.addLicence({ terms: { model: 'perpetual' } })).toMatchObject({ refusal: { code: 'title-withdrawn' } });
  });
});
