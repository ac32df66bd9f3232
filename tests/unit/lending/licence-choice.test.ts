import { describe, expect, test } from '@jest/globals';
import { titleLending } from '@/lib/domain/lending/title-lending';
import { day, hour } from '@/lib/domain/time';
import { aBorrower, after, PureLibrary, start } from '../../support/pure-library';

/** A title whose licences are only those that a test buys, in that order: number 0 is the copyless perpetual one. */
const bare = () => new PureLibrary(0);
const seen = (library: PureLibrary, memberId: string) =>
  titleLending({ circulation: library.circulation, borrower: library.borrower(memberId), aheadCount: 0, pace: null, now: library.now });

describe('which licence a loan uses (rule 7)', () => {
  test('among those that grant the full period, the soonest-ending first', () => {
    const library = bare();
    library.addLicence({ terms: { model: 'perpetual' } });
    library.addLicence({ terms: { model: 'metered-by-time', expiresAt: after(90 * day) } });
    library.addLicence({ terms: { model: 'metered-by-both', expiresAt: after(30 * day), checkoutsLimit: 50 } });
    library.addLicence({ terms: { model: 'metered-by-loans', checkoutsLimit: 50 } });
    for (const member of ['a', 'b', 'c', 'd']) library.borrow(member);
    expect(['a', 'b', 'c', 'd'].flatMap((member) => library.licencesUsedBy(member))).toEqual([3, 2, 1, 4]);
  });

  test('one that ends within the period is left for later, even though it ends soonest', () => {
    const library = bare();
    library.addLicence({ terms: { model: 'metered-by-time', expiresAt: after(3 * day - 1000) } });
    library.addLicence({ terms: { model: 'metered-by-time', expiresAt: after(3 * day) } });
    library.borrow('a');
    expect(library.licencesUsedBy('a')).toEqual([2]);
    expect(library.circulation.loans[0]?.dueAt).toEqual(after(3 * day));
  });

  test('one that ends in the very instant in which the loan would end grants the full period', () => {
    const library = bare();
    library.addLicence({ terms: { model: 'perpetual' } });
    library.addLicence({ terms: { model: 'metered-by-time', expiresAt: after(3 * day) } });
    expect(seen(library, 'a').action).toMatchObject({ kind: 'borrow', shortenedUntil: null });
    library.borrow('a');
    expect(library.licencesUsedBy('a')).toEqual([2]);
  });

  test('of those metered by loans, the one with most left', () => {
    const library = bare();
    library.addLicence({ terms: { model: 'metered-by-loans', checkoutsLimit: 2 }, copies: 2 });
    library.addLicence({ terms: { model: 'bundle', checkoutsLimit: 3 }, copies: 3 });
    for (const member of ['a', 'b', 'c']) library.borrow(member);
    // 3 left against 2; then 2 against 2: the one bought first; then 2 against 1
    expect(['a', 'b', 'c'].flatMap((member) => library.licencesUsedBy(member))).toEqual([2, 1, 2]);
  });

  test('if none grants the full period, the one that grants longest, shown before the tap', () => {
    const library = bare();
    library.addLicence({ terms: { model: 'metered-by-time', expiresAt: after(10 * hour) } });
    library.addLicence({ terms: { model: 'metered-by-time', expiresAt: after(20 * hour) } });
    library.addLicence({ terms: { model: 'perpetual', loanLength: 'PT15H' } });
    expect(seen(library, 'a').action).toEqual({ kind: 'borrow', loanPeriodMs: 3 * day, shortenedUntil: after(20 * hour) });
    for (const member of ['a', 'b', 'c']) library.borrow(member);
    expect(library.circulation.loans.map((loan) => loan.dueAt)).toEqual([after(20 * hour), after(15 * hour), after(10 * hour)]);
  });

  test('a loan of the full period is not called shortened', () => {
    const library = new PureLibrary(1);
    expect(seen(library, 'a').action).toMatchObject({ kind: 'borrow', shortenedUntil: null });
  });

  test('the queue is offered the copy that still grants the full period to who comes at the end of the window', () => {
    const library = bare();
    library.addLicence({ terms: { model: 'perpetual' } });
    library.addLicence({ terms: { model: 'metered-by-time', expiresAt: after(10 * day) } });
    library.borrow('a');
    library.borrow('b');
    library.placeHold('c');
    library.pass(6 * day + 12 * hour);
    library.settle();
    // the timed licence ends in 3.5 days: a loan begun now would be whole, one begun tomorrow would not
    const offer = library.circulation.uses.find((use) => use.kind === 'offer');
    expect(library.circulation.licences.findIndex(({ id }) => id === offer?.licenceId)).toBe(1);
  });

  test('who is offered a copy whose licence ends soon sees until when before taking it', () => {
    const library = bare();
    library.addLicence({ terms: { model: 'metered-by-time', expiresAt: after(4 * day) } });
    library.borrow('a');
    library.placeHold('b');
    library.pass(2 * day);
    library.returnLoan('a');
    expect(seen(library, 'b').action).toMatchObject({ kind: 'take-offer', shortenedUntil: after(4 * day) });
    library.borrow('b');
    expect(library.circulation.loans.at(-1)?.dueAt).toEqual(after(4 * day));
  });
});

describe('licences metered by loans (rule 7)', () => {
  test('a used loan is not given back on return; after the last one the licence is over', () => {
    const library = bare();
    library.addLicence({ terms: { model: 'metered-by-loans', checkoutsLimit: 2 } });
    library.borrow('a');
    library.returnLoan('a');
    expect(library.circulation.licences[1]).toMatchObject({ checkoutsUsed: 1, end: null });
    library.borrow('b');
    expect(library.circulation.licences[1]).toMatchObject({ checkoutsUsed: 2, end: { because: 'used-up', at: start } });
    expect(library.circulation.loans[1]).toMatchObject({ state: 'active', dueAt: after(3 * day) });
    library.returnLoan('b');
    expect(library.borrow('c')).toMatchObject({ refusal: { code: 'licence-ended' } });
    expect(library.placeHold('c')).toMatchObject({ refusal: { code: 'licence-ended' } });
  });

  test('a bundle lends n loans, m at a time', () => {
    const library = bare();
    library.addLicence({ terms: { model: 'bundle', checkoutsLimit: 3 }, copies: 2 });
    library.borrow('a');
    library.borrow('b');
    expect(library.borrow('c')).toMatchObject({ refusal: { code: 'no-copy-available', copies: 2 } });
    library.returnLoan('a');
    expect(library.borrow('c')?.ok).toBe(true);
    library.returnLoan('b');
    expect(library.borrow('d')).toMatchObject({ refusal: { code: 'licence-ended' } });
  });

  test('by time and by loans, whichever ends first', () => {
    const counted = bare();
    counted.addLicence({ terms: { model: 'metered-by-both', expiresAt: after(30 * day), checkoutsLimit: 1 } });
    counted.borrow('a');
    expect(counted.circulation.licences[1]?.end).toMatchObject({ because: 'used-up', at: start });
    const timed = bare();
    timed.addLicence({ terms: { model: 'metered-by-both', expiresAt: after(day), checkoutsLimit: 9 } });
    timed.pass(2 * day);
    timed.settle();
    expect(timed.circulation.licences[1]?.end).toMatchObject({ because: 'expired', at: after(day) });
    expect(timed.circulation.copies[0]).toMatchObject({ retiringAt: after(day), retiredAt: after(day) });
  });

  test('an offer reserves one loan: free = min(free copies, loans left − running offers)', () => {
    const library = bare();
    library.addLicence({ terms: { model: 'bundle', checkoutsLimit: 3 }, copies: 2 });
    library.borrow('a');
    library.borrow('b');
    library.placeHold('c');
    library.returnLoan('a');
    library.returnLoan('b');
    // two copies are home, one loan is left, and it is set aside for c
    expect(library.borrow('d')).toMatchObject({ refusal: { code: 'no-copy-available' } });
    expect(library.placeHold('d')?.ok).toBe(true);
    expect(library.circulation.holds.map((hold) => hold.state)).toEqual(['ready', 'waiting']);
    expect(seen(library, 'e').copies.available).toBe(0);
    library.pass(day);
    library.settle();
    // c's miss is forgiven: c keeps the place, suspended, and the loan is d's now
    expect(library.circulation.holds.map((hold) => hold.state)).toEqual(['waiting', 'ready']);
    expect(library.borrow('d')?.ok).toBe(true);
  });

  test('nobody is told a wait that the loans left cannot keep', () => {
    const library = bare();
    library.addLicence({ terms: { model: 'metered-by-loans', checkoutsLimit: 3 } });
    library.borrow('a');
    for (const member of ['b', 'c', 'd']) library.placeHold(member);
    const waits = ['b', 'c', 'd'].map((_, ahead) => titleLending({ circulation: library.circulation, borrower: library.borrower(['b', 'c', 'd'][ahead] ?? ''), aheadCount: ahead, pace: null, now: library.now }).estimatedWait);
    expect(waits).toEqual([{ expectedMs: 3 * day, latestMs: 3 * day }, { expectedMs: 7 * day, latestMs: 7 * day }, null]);
  });

  test('a licence with one loan left serves one member more, however many of its copies come home', () => {
    const library = bare();
    library.addLicence({ terms: { model: 'bundle', checkoutsLimit: 3 }, copies: 2 });
    library.borrow('a');
    library.borrow('b');
    library.pass(2 * day);
    library.addLicence({ terms: { model: 'perpetual' } });
    library.borrow('c');
    const wait = (ahead: number) => titleLending({ circulation: { ...library.circulation, waitingCount: ahead }, borrower: aBorrower('d'), aheadCount: ahead, pace: null, now: library.now }).estimatedWait?.latestMs;
    // a and b both end in a day; only one of their copies is lent again, then c's
    expect([wait(0), wait(1)]).toEqual([day, 3 * day]);
  });
});
