import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { eligibleInLine, freeCopies, isForEverybody } from '@/lib/domain/lending/availability';
import { isOpen, isReady, isWaiting } from '@/lib/domain/lending/hold';
import { isActive } from '@/lib/domain/lending/loan';
import { aStep, sequence, sequencesOf, takeStep } from '../../support/histories';
import { PureLibrary } from '../../support/pure-library';
import { tell } from '../../support/rounds';

const startedAt = Date.now();
let [sequenceCount, actCount] = [0, 0];
afterAll(() => tell(`histories: ${sequenceCount} sequences of up to ${sequence.maxLength}, ${actCount} acts by the plain rules`, startedAt));

/** Runs a random history and looks after each step. */
function inEveryHistory(look: (library: PureLibrary) => void): void {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3 }), fc.array(aStep, { maxLength: sequence.maxLength, size: 'max' }), (copies, steps) => {
      const library = new PureLibrary(copies);
      sequenceCount += 1;
      actCount += steps.length;
      for (const one of steps) {
        takeStep(library, one);
        if (one.act === 'pass') continue;
        // a member without a loan or hold has nothing to give back: then only time has acted
        library.settle();
        look(library);
      }
    }),
    sequencesOf({ inCi: 120, withinMs: 4000 }),
  );
}

describe('in every history', () => {
  test('no copy is lent or set aside twice at the same instant', () =>
    inEveryHistory(({ circulation }) => {
      for (const a of circulation.uses)
        for (const b of circulation.uses)
          if (a.id < b.id && a.copyId !== null && a.copyId === b.copyId && a.from < a.until && b.from < b.until) expect(a.until <= b.from || b.until <= a.from).toBe(true);
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
    inEveryHistory(({ rounds }) => {
      // a settling is the moment of offering: who resumes or is moved up a moment later takes no running offer
      for (const { offered, stillWaiting } of rounds.splice(0)) for (const number of offered) for (const waiting of stillWaiting) expect(number).toBeLessThan(waiting);
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

  test('no loan and no offer outlives its licence, and none begins after its end', () =>
    inEveryHistory(({ circulation }) => {
      for (const { id, expiresAt, end } of circulation.licences)
        for (const use of circulation.uses.filter(({ licenceId }) => licenceId === id)) {
          if (expiresAt !== null) expect(use.until <= expiresAt).toBe(true);
          if (end !== null) expect(use.from <= end.at).toBe(true);
        }
    }));

  test('a metered licence has charged what was lent and renewed, never more than it has, and keeps one loan for each running offer', () =>
    inEveryHistory(({ circulation, now, log }) => {
      for (const { id, checkoutsLimit, checkoutsUsed } of circulation.licences) {
        const uses = circulation.uses.filter(({ licenceId }) => licenceId === id);
        const charged = log.filter((change) => (change.kind === 'loan-began' || change.kind === 'loan-renewed') && uses.some((use) => use.id === change.loanId)).length;
        expect(checkoutsUsed).toBe(checkoutsLimit === null ? 0 : charged);
        const offers = uses.filter((use) => use.kind === 'offer' && use.from <= now && now < use.until).length;
        if (checkoutsLimit !== null) expect(checkoutsUsed + offers).toBeLessThanOrEqual(checkoutsLimit);
      }
    }));

  test('a licence that is over has ended, once, and its copies are on their way out', () =>
    inEveryHistory(({ circulation, now, log }) => {
      const ended = log.flatMap((change) => (change.kind === 'licence-ended' ? [change.licenceId] : []));
      expect(new Set(ended).size).toBe(ended.length);
      for (const { id, expiresAt, checkoutsLimit, checkoutsUsed, end } of circulation.licences) {
        const isOver = (expiresAt !== null && expiresAt <= now) || checkoutsUsed === checkoutsLimit;
        if (isOver) expect(end).not.toBeNull();
        if (end !== null) for (const copy of circulation.copies.filter(({ licenceId }) => licenceId === id)) expect(copy.retiringAt).not.toBeNull();
        if (end?.loansEnd === true) for (const loan of circulation.loans.filter(isActive)) expect(circulation.uses.find((use) => use.id === loan.id)?.licenceId).not.toBe(id);
      }
    }));

  test('nobody waits for a title that everybody can have at once', () =>
    inEveryHistory(({ circulation }) => {
      if (circulation.title.state === 'lendable' && isForEverybody(circulation)) expect(circulation.holds.filter(isWaiting)).toEqual([]);
    }));

  test('once a title is withdrawn at once, nobody has it any more', () =>
    inEveryHistory(({ circulation }) => {
      if (circulation.title.loansEndBecause !== null) expect(circulation.loans.filter(isActive)).toEqual([]);
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
