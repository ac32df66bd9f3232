import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { eligibleInLine, freeCopies } from '@/lib/domain/lending/availability';
import { isOpen, isReady } from '@/lib/domain/lending/hold';
import { isActive } from '@/lib/domain/lending/loan';
import { aStep, sequence, sequencesOf, takeStep } from '../../support/histories';
import { PureLibrary } from '../../support/pure-library';

/** Runs a random history and looks after each step. */
function inEveryHistory(look: (library: PureLibrary) => void): void {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3 }), fc.array(aStep, { maxLength: sequence.maxLength }), (copies, steps) => {
      const library = new PureLibrary(copies);
      for (const one of steps) {
        takeStep(library, one);
        if (one.act === 'pass') continue;
        // a member without a loan or hold has nothing to give back: then only time has acted
        library.settle();
        look(library);
      }
    }),
    sequencesOf({ inCi: 120 }),
  );
}

describe('in every history', () => {
  test('no copy is lent or set aside twice at the same instant', () =>
    inEveryHistory(({ circulation }) => {
      for (const a of circulation.uses)
        for (const b of circulation.uses)
          if (a.id < b.id && a.copyId === b.copyId && a.from < a.until && b.from < b.until) expect(a.until <= b.from || b.until <= a.from).toBe(true);
    }));

  test('a member has at most one active loan and one open hold of a title, and never both', () =>
    inEveryHistory(({ circulation }) => {
      const borrowers = circulation.loans.filter(isActive).map((loan) => loan.memberId);
      const waiting = circulation.holds.filter(isOpen).map((hold) => hold.memberId);
      expect(new Set(borrowers).size).toBe(borrowers.length);
      expect(new Set(waiting).size).toBe(waiting.length);
      expect(waiting.filter((memberId) => borrowers.includes(memberId))).toEqual([]);
    }));

  test('no usable copy is idle while somebody eligible waits', () =>
    inEveryHistory(({ circulation, now }) => {
      if (circulation.title.state === 'lendable' && freeCopies(circulation, now).length > 0) expect(eligibleInLine(circulation, now)).toEqual([]);
    }));

  test('offers go out in the order of the queue numbers among those who are eligible', () =>
    inEveryHistory(({ circulation, now, log }) => {
      const offered = log.filter((change) => change.kind === 'offer-made').filter((change) => change.at.getTime() === now.getTime());
      const numbers = offered.map((change) => circulation.holds.find((hold) => hold.id === change.holdId)?.queueNumber ?? 0);
      const stillWaiting = eligibleInLine(circulation, now).map((hold) => hold.queueNumber);
      for (const number of numbers) for (const waiting of stillWaiting) expect(number).toBeLessThan(waiting);
    }));

  test('each loan and each hold ends exactly once, and no loan after its dueAt', () =>
    inEveryHistory(({ circulation, log }) => {
      const ends = log.flatMap((change) => (change.kind === 'loan-ended' ? [change.loanId] : change.kind === 'hold-fulfilled' || change.kind === 'hold-lapsed' || change.kind === 'hold-cancelled' ? [change.holdId] : []));
      expect(new Set(ends).size).toBe(ends.length);
      for (const loan of circulation.loans) if (loan.state !== 'active') expect(loan.endedAt.getTime()).toBeLessThanOrEqual(loan.dueAt.getTime());
    }));

  test('nothing that is over still counts as running after settling', () =>
    inEveryHistory(({ circulation, now }) => {
      for (const loan of circulation.loans.filter(isActive)) expect(loan.dueAt > now).toBe(true);
      for (const hold of circulation.holds.filter(isReady)) expect(hold.readyUntil > now).toBe(true);
    }));

  test('every running loan and offer has its use with the same end', () =>
    inEveryHistory(({ circulation }) => {
      for (const loan of circulation.loans) expect(circulation.uses.find((use) => use.id === loan.id)?.until).toEqual(loan.state === 'active' ? loan.dueAt : loan.endedAt);
      for (const hold of circulation.holds.filter(isReady)) expect(circulation.uses.find((use) => use.id === hold.offerId)?.until).toEqual(hold.readyUntil);
    }));

  test('more copies are never in use than are in stock, and a retired copy is in nobody\'s hands', () =>
    inEveryHistory(({ circulation, now }) => {
      for (const copy of circulation.copies)
        if (copy.retiredAt !== null) expect(circulation.uses.filter((use) => use.copyId === copy.id && use.from <= now && now < use.until)).toEqual([]);
    }));

  test('the log of changes replayed from nothing gives the same state', () =>
    inEveryHistory((library) => {
      const facts = ({ holds, ...rest }: typeof library.circulation) => ({ ...rest, holds: holds.map(({ standing: _, category: _category, ...hold }) => hold) });
      expect(facts(library.replayed())).toEqual(facts(library.circulation));
    }));

  test('settling twice changes nothing the second time', () =>
    inEveryHistory((library) => {
      const length = library.log.length;
      library.settle();
      expect(library.log).toHaveLength(length);
    }));
});
