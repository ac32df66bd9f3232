import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { defaultPolicy, limitsOf, termsOf, valueThatApplies, type CategoryPolicy, type TitleTerms } from '@/lib/domain/lending/policy';
import { knownDurationMs } from '@/lib/domain/duration';
import { addMs, day, hour } from '@/lib/domain/time';
import { after, PureLibrary } from '../../support/pure-library';

const silent: CategoryPolicy = { category: 'pelajar', loanPeriod: null, loanLimit: null, holdLimit: null, pickupWindow: null, renewalLimit: null, renewalWindow: null };

/** b is a pupil; the others have no category of their own. */
function libraryOf(said: Partial<CategoryPolicy>): PureLibrary {
  const library = new PureLibrary(1);
  library.setCategory({ ...silent, ...said }, 'b');
  return library;
}

describe("a member category's own terms (rule 6) hold for its members and nobody else", () => {
  test('how long a loan is', () => {
    const library = libraryOf({ loanPeriod: 'P7D' });
    library.borrow('b');
    expect(library.circulation.loans[0]?.dueAt).toEqual(after(7 * day));
    library.returnLoan('b');
    library.borrow('c');
    expect(library.circulation.loans[1]?.dueAt).toEqual(after(3 * day));
  });

  test('how long a turn waits to be taken', () => {
    const library = libraryOf({ pickupWindow: 'PT2H' });
    library.borrow('a');
    library.placeHold('b');
    library.placeHold('c');
    library.returnLoan('a');
    expect(library.holdOf('b')).toMatchObject({ state: 'ready', readyUntil: after(2 * hour) });
    library.passOffer('b');
    expect(library.holdOf('c')).toMatchObject({ state: 'ready', readyUntil: after(day) });
  });

  test('how often, from when and by how much a loan is renewed', () => {
    const library = libraryOf({ renewalLimit: 2, renewalWindow: 'P2D', loanPeriod: 'P4D' });
    library.borrow('b');
    library.pass(2 * day);
    expect(library.renew('b')).toMatchObject({ ok: true, value: { dueAt: after(8 * day) } });
    library.pass(4 * day);
    expect(library.renew('b')).toMatchObject({ ok: true, value: { dueAt: after(12 * day), renewalCount: 2 } });
    library.pass(4 * day);
    expect(library.renew('b')).toMatchObject({ refusal: { code: 'renewal-limit-reached', limit: 2 } });
  });

  test("nobody else's", () => {
    const library = libraryOf({ renewalLimit: 2, renewalWindow: 'P2D', loanPeriod: 'P4D' });
    library.borrow('c');
    library.pass(2 * day - 1);
    expect(library.renew('c')).toMatchObject({ refusal: { code: 'renewal-too-early', renewableFrom: after(2 * day) } });
  });

  test("a librarian's extension is by the member's own period", () => {
    const library = libraryOf({ loanPeriod: 'P7D' });
    library.borrow('c');
    expect(library.extend('c')).toMatchObject({ ok: true, value: { dueAt: after(6 * day) } });
  });
});

describe('which value applies (rule 6), whoever says what', () => {
  const aDuration = fc.option(fc.integer({ min: 1, max: 60 }).map((days) => `P${days}D`));
  const aCount = fc.option(fc.integer({ min: 0, max: 9 }));
  const aTitle: fc.Arbitrary<TitleTerms> = fc.record({ loanPeriod: aDuration, pickupWindow: aDuration, renewalLimit: aCount, renewalWindow: aDuration });
  const aCategory: fc.Arbitrary<CategoryPolicy | null> = fc.option(
    fc.record({ category: fc.constant('pelajar'), loanPeriod: aDuration, loanLimit: aCount, holdLimit: aCount, pickupWindow: aDuration, renewalLimit: aCount, renewalWindow: aDuration }),
  );
  const ofTitle = ['loanPeriod', 'pickupWindow', 'renewalLimit', 'renewalWindow'] as const;

  test("period, window and renewals: the title's, else the category's, else the default", () =>
    fc.assert(
      fc.property(aTitle, aCategory, fc.constantFrom(...ofTitle), (title, category, field) => {
        const { value, because } = valueThatApplies(field, { policy: defaultPolicy, title, category });
        const said = [title[field], category?.[field] ?? null, defaultPolicy[field]];
        expect(value).toBe(said.find((one) => one !== null));
        expect(because).toBe((['title', 'category', 'default'] as const)[said.findIndex((one) => one !== null)]);
      }),
    ));

  test("limits: the category's, else the default; no title has a word in it", () =>
    fc.assert(
      fc.property(aTitle, aCategory, fc.constantFrom('loanLimit' as const, 'holdLimit' as const), (title, category, field) => {
        // what a title cannot say it does not say, even if a row had such a column
        const talkative = { ...title, loanLimit: 99, holdLimit: 99 };
        const said = category?.[field] ?? null;
        expect(valueThatApplies(field, { policy: defaultPolicy, title: talkative, category })).toEqual({ value: said ?? defaultPolicy[field], because: said === null ? 'default' : 'category' });
      }),
    ));

  test('the terms of a title are those values, each by itself', () =>
    fc.assert(
      fc.property(aTitle, aCategory, (title, category) => {
        const value = <F extends (typeof ofTitle)[number]>(field: F) => valueThatApplies(field, { policy: defaultPolicy, title, category }).value;
        expect(termsOf(defaultPolicy, title, category)).toEqual({
          loanPeriodMs: knownDurationMs(value('loanPeriod')), pickupWindowMs: knownDurationMs(value('pickupWindow')), renewalLimit: value('renewalLimit'),
          renewalWindowMs: knownDurationMs(value('renewalWindow')), forgivenPickups: defaultPolicy.forgivenPickups, shorterLoans: null,
        });
      }),
    ));

  test('who has proven neither e-mail nor phone never has more than who has', () =>
    fc.assert(
      fc.property(aCategory, fc.record({ loanLimit: fc.nat(9), holdLimit: fc.nat(9) }), (category, unverifiedLimits) => {
        const policy = { ...defaultPolicy, unverifiedLimits };
        const [proven, unproven] = [limitsOf(policy, { verified: true }, category), limitsOf(policy, { verified: false }, category)];
        expect(unproven.loanLimit).toBe(Math.min(proven.loanLimit, unverifiedLimits.loanLimit));
        expect(unproven.holdLimit).toBe(Math.min(proven.holdLimit, unverifiedLimits.holdLimit));
      }),
    ));
});

describe('shorter loans while many wait, where the library chose so', () => {
  /** So many wait behind two lent copies; a third copy then comes, free, and is borrowed by the first in line. */
  function periodBehind(waiting: number, suspended = 0): number {
    const library = new PureLibrary(2, { shorterLoans: { waitingPerCopy: 2, loanPeriod: 'P1D' } });
    library.borrow('a');
    library.borrow('b');
    for (let one = 0; one < waiting; one += 1) library.placeHold(`w${one}`);
    for (let one = 0; one < suspended; one += 1) library.suspendHold(`w${waiting - 1 - one}`);
    library.returnLoan('a');
    library.borrow('w0');
    const loan = library.circulation.loans.at(-1);
    return loan === undefined ? NaN : loan.dueAt.getTime() - library.now.getTime();
  }

  test('more than n per copy, counted when the loan begins', () => {
    // whose turn it is no longer waits: of five, four do, which is two a copy
    expect([periodBehind(5), periodBehind(6)]).toEqual([3 * day, 1 * day]);
  });

  test('who has put the hold off does not count as waiting', () => {
    expect([periodBehind(7, 1), periodBehind(7, 2)]).toEqual([1 * day, 3 * day]);
  });

  test('only copies that can be lent again count', () => {
    const library = new PureLibrary(2, { shorterLoans: { waitingPerCopy: 2, loanPeriod: 'P1D' } });
    library.borrow('a');
    library.borrow('b');
    for (const member of ['w0', 'w1', 'w2', 'w3']) library.placeHold(member);
    library.changeCopies(1);
    library.returnLoan('b');
    library.borrow('w0');
    expect(library.circulation.loans.at(-1)?.dueAt).toEqual(addMs(library.now, day));
  });

  test('a loan that runs keeps its dueAt when the queue grows', () => {
    const library = new PureLibrary(1, { shorterLoans: { waitingPerCopy: 1, loanPeriod: 'P1D' } });
    library.borrow('a');
    for (const member of ['w0', 'w1', 'w2', 'w3']) library.placeHold(member);
    library.settle();
    expect(library.circulation.loans[0]?.dueAt).toEqual(after(3 * day));
  });
});
