import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { availableToWalkIn, eligibleInLine, freeCopies, licenceOf, runningUseOf, unreserved, usableCopies } from '@/lib/domain/lending/availability';
import { settle } from '@/lib/domain/lending/settle';
import { addMs, day } from '@/lib/domain/time';
import { aStep, sequencesOf, takeStep } from '../../support/histories';
import { aLicence, after, emptyCirculation, PureLibrary } from '../../support/pure-library';

describe('what is free is derived from rows and now, never stored', () => {
  test('a copy is in use from the instant of borrowing until the instant of the end, half-open', () => {
    const library = new PureLibrary(1);
    library.borrow('a');
    const inUse = (at: Date) => runningUseOf(library.circulation, 'copy0', at) !== undefined;
    expect([addMs(after(0), -1), after(0), after(3 * day - 1), after(3 * day)].map(inUse)).toEqual([false, true, true, false]);
    expect(runningUseOf(library.circulation, 'another', after(0))).toBeUndefined();
  });

  test('a loan past its time frees its copy though no task has run', () => {
    const library = new PureLibrary(2);
    library.borrow('a');
    expect(freeCopies(library.circulation, after(3 * day - 1)).map(({ id }) => id)).toEqual(['copy1']);
    expect(freeCopies(library.circulation, after(3 * day)).map(({ id }) => id)).toEqual(['copy0', 'copy1']);
  });

  test('a copy that is leaving, or has left, is not to be had', () => {
    const circulation = emptyCirculation(3);
    const [first, second, third] = circulation.copies;
    if (first === undefined || second === undefined || third === undefined) throw new Error('three copies');
    const stock = { ...circulation, copies: [{ ...first, retiringAt: after(0) }, { ...second, retiringAt: after(0), retiredAt: after(0) }, third] };
    expect(usableCopies(stock)).toEqual([third]);
    expect(freeCopies(stock, after(1))).toEqual([third]);
  });

  test('a metered licence has no more free copies than loans left, of which each running offer keeps one', () => {
    const licence = aLicence({ model: 'metered-by-loans', checkoutsLimit: 5, checkoutsUsed: 2 });
    const offer = { id: 'o', copyId: 'copy0', licenceId: 'licence', licenceModel: licence.model, kind: 'offer' as const, from: after(0), until: after(day) };
    const circulation = { ...emptyCirculation(4), licences: [licence], uses: [offer] };
    expect(unreserved(circulation, licence, after(0))).toBe(2);
    expect(freeCopies(circulation, after(0))).toHaveLength(2);
    // the offer's window is over: its loan is to be had again
    expect(unreserved(circulation, licence, after(day))).toBe(3);
    // a loan that runs was charged when it began and is not counted twice; another licence's offer is its own
    expect(unreserved({ ...circulation, uses: [{ ...offer, kind: 'loan' }, { ...offer, licenceId: 'another' }] }, licence, after(0))).toBe(3);
    expect(unreserved(circulation, { ...licence, checkoutsUsed: 5 }, after(0))).toBe(0);
    expect(unreserved(circulation, aLicence(), after(0))).toBe(Infinity);
  });

  test('a copy of a licence that is not at hand is a mistake of the program, said by name', () => {
    expect(() => licenceOf(emptyCirculation(1), 'lost')).toThrow('licence lost is not in this circulation');
  });
});

describe('a walk-in never takes a copy that the queue is owed (rule 9)', () => {
  /** Two copies, none lent; so many wait, as if a settling were still to come. */
  function free(waiting: number): PureLibrary {
    const library = new PureLibrary(2);
    library.borrow('a');
    library.borrow('b');
    for (let one = 0; one < waiting; one += 1) library.placeHold(`w${one}`);
    library.pass(3 * day);
    return library;
  }
  const walkIn = ({ circulation, now }: PureLibrary) => availableToWalkIn(circulation, now);

  test('free minus owed, and never less than none', () => {
    expect([0, 1, 2, 3].map((waiting) => walkIn(free(waiting)))).toEqual([2, 1, 0, 0]);
  });

  test('who is put off or blocked is owed nothing', () => {
    const library = free(3);
    library.setStanding('w0', { blockedAt: after(0), blockedUntil: null, validUntil: null });
    library.circulation = { ...library.circulation, holds: library.circulation.holds.map((hold) => (hold.memberId === 'w1' ? { ...hold, suspension: { at: after(0), until: null } } : hold)) };
    expect(walkIn(library)).toBe(1);
    expect(eligibleInLine(library.circulation, library.now).map(({ memberId }) => memberId)).toEqual(['w2']);
  });

  test.each(['withdrawn', 'unpublished'] as const)('a title that is %s has nothing for anybody', (state) => {
    const library = free(0);
    library.circulation = { ...library.circulation, title: { ...library.circulation.title, state } };
    expect(walkIn(library)).toBe(0);
  });

  test('the queue is served in the order of its numbers, not of its rows', () => {
    const library = free(3);
    library.circulation = { ...library.circulation, holds: [...library.circulation.holds].reverse() };
    expect(eligibleInLine(library.circulation, library.now).map(({ memberId }) => memberId)).toEqual(['w0', 'w1', 'w2']);
  });

  test('in every history: what a walk-in is shown is what borrowing then grants', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3 }), fc.array(aStep, { maxLength: 40, size: 'max' }), (copies, steps) => {
        const library = new PureLibrary(copies);
        for (const one of steps) takeStep(library, one);
        const { after: settled } = settle(library.circulation, { now: library.now, freshId: () => 'fresh' });
        const shown = availableToWalkIn(settled, library.now);
        const borrowed = library.borrow('a walk-in');
        expect(borrowed.ok).toBe(shown > 0);
      }),
      sequencesOf({ inCi: 100, withinMs: 4000 }),
    ));
});
