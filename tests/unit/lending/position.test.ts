import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Circulation } from '@/lib/domain/lending/circulation';
import { isSuspended, isWaiting } from '@/lib/domain/lending/hold';
import { holdsAheadOf, positionOf } from '@/lib/domain/lending/position';
import { settle } from '@/lib/domain/lending/settle';
import { day, hour } from '@/lib/domain/time';
import { PureLibrary } from '../../support/pure-library';

/** One copy, lent to a; so many wait. */
function queueOf(...members: string[]): PureLibrary {
  const library = new PureLibrary(1);
  library.borrow('a');
  for (const member of members) library.placeHold(member);
  return library;
}

/** Counted as the database counts: waiting, not suspended, with a lower number. */
function aheadIn({ holds }: Circulation, memberId: string, now: Date): number {
  const own = holds.filter(isWaiting).find((hold) => hold.memberId === memberId)?.queueNumber ?? Infinity;
  return holds.filter(isWaiting).filter((hold) => hold.queueNumber < own && !isSuspended(hold, now)).length;
}
const placeOf = ({ circulation, now }: PureLibrary, memberId: string) => {
  const hold = circulation.holds.findLast((one) => one.memberId === memberId);
  return hold === undefined ? undefined : positionOf(hold, aheadIn(circulation, memberId, now), circulation, circulation, now);
};

describe("a member's place in the queue (rule 9)", () => {
  test('is counted from 1 on', () => {
    const library = queueOf('b', 'c', 'd');
    expect(['b', 'c', 'd'].map((member) => placeOf(library, member))).toEqual([1, 2, 3]);
  });

  test('does not count those who have put theirs off; one that is put off is told its place as it would be', () => {
    const library = queueOf('b', 'c', 'd');
    library.suspendHold('b', new Date(library.now.getTime() + day));
    expect(['b', 'c', 'd'].map((member) => placeOf(library, member))).toEqual([1, 1, 2]);
    library.pass(day);
    expect(['b', 'c', 'd'].map((member) => placeOf(library, member))).toEqual([1, 2, 3]);
  });

  test('counts who is blocked: the place is kept', () => {
    const library = queueOf('b', 'c');
    library.block('b', null);
    expect(placeOf(library, 'c')).toBe(2);
  });

  test('is none for whose turn it is, and for who has left', () => {
    const library = queueOf('b', 'c');
    library.returnLoan('a');
    library.cancelHold('c');
    expect([placeOf(library, 'b'), placeOf(library, 'c')]).toEqual([null, null]);
  });

  test('grows when somebody ahead resumes, and falls when somebody ahead leaves', () => {
    const library = queueOf('b', 'c', 'd');
    library.suspendHold('b');
    expect(placeOf(library, 'd')).toBe(2);
    library.resumeHold('b');
    expect(placeOf(library, 'd')).toBe(3);
    library.cancelHold('c');
    expect(placeOf(library, 'd')).toBe(2);
  });
});

describe('what settling has changed since the queue was counted is put right', () => {
  test('who was offered a copy meanwhile stands ahead no more', () => {
    const library = queueOf('b', 'c');
    library.circulation = { ...library.circulation, loans: library.circulation.loans.map((loan) => ({ ...loan, dueAt: library.now })), uses: [] };
    const before = library.circulation;
    const { after } = settle(before, { now: library.now, freshId: () => 'offer' });
    const [, c] = after.holds;
    if (c === undefined) throw new Error('c waits');
    expect(positionOf(c, aheadIn(before, 'c', library.now), before, after, library.now)).toBe(1);
    expect(holdsAheadOf('c', aheadIn(before, 'c', library.now), before, after, library.now)).toBe(0);
  });

  test('for whom has no hold the whole queue stands ahead', () => {
    const { circulation, now } = queueOf('b', 'c', 'd');
    expect(holdsAheadOf('x', 7, circulation, circulation, now)).toBe(3);
    expect(holdsAheadOf('x', 7, circulation, { ...circulation, waitingCount: null }, now)).toBe(0);
    expect(holdsAheadOf('c', 1, circulation, circulation, now)).toBe(1);
  });

  test('a place told from a part of the queue is the place in the whole of it, however much of it is at hand', () =>
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 9 }), fc.integer({ min: 0, max: 3 }), fc.nat(8), (waiting, hours, leaving) => {
        const members = Array.from({ length: waiting }, (_, at) => `m${at}`);
        const library = queueOf(...members);
        library.pass(hours * hour);
        const last = `m${waiting - 1}`;
        const counted = aheadIn(library.circulation, last, library.now);
        const whole = library.circulation;
        library.cancelHold(`m${leaving % (waiting - 1)}`);
        // the load brings the head of the queue, the touched one and the member's own
        const atHand = (circulation: Circulation): Circulation => ({ ...circulation, holds: circulation.holds.filter(({ memberId }) => [`m${leaving % (waiting - 1)}`, last].includes(memberId)) });
        expect(holdsAheadOf(last, counted, atHand(whole), atHand(library.circulation), library.now)).toBe(waiting - 2);
      }),
    ));
});
