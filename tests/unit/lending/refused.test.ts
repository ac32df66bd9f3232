import { describe, expect, test } from '@jest/globals';
import { borrow } from '@/lib/domain/lending/borrow';
import type { Borrower, Circulation, LentTitle } from '@/lib/domain/lending/circulation';
import { positionOf } from '@/lib/domain/lending/position';
import { placeHold } from '@/lib/domain/lending/queue';
import { goodStanding } from '@/lib/domain/lending/standing';
import { day, hour } from '@/lib/domain/time';
import { aBorrower, after, emptyCirculation, PureLibrary } from '../../support/pure-library';

const now = after(hour);
const moment = { now, freshId: () => 'fresh' };
const toBorrow = (circulation: Circulation, who: Borrower = aBorrower('z')) => borrow(circulation, who, { holdsAhead: 0, pace: null }, moment);
const toQueue = (circulation: Circulation, who: Borrower = aBorrower('z')) => placeHold(circulation, who, 7, moment);

/** Two copies, lent to a and b. */
function lent(): Circulation {
  const library = new PureLibrary(2);
  library.borrow('a');
  library.borrow('b');
  return library.circulation;
}
const inState = (state: LentTitle['state']) => ({ ...lent(), title: { ...lent().title, state } });
const refusedAs = (act: 'borrow' | 'place-hold', refusal: { code: string }) => ({ outcome: { ok: false, refusal }, changes: [{ kind: 'refused', at: now, act, code: refusal.code }] });

describe('who is barred is told why, whatever is asked (rule 10)', () => {
  const blocked = aBorrower('z', { standing: { ...goodStanding, blockedAt: after(0), blockedUntil: after(day) } });
  const ended = aBorrower('z', { standing: { ...goodStanding, validUntil: now } });
  const isBlocked = { code: 'member-blocked', cause: 'blocked', blockedUntil: after(day) };
  const isEnded = { code: 'member-blocked', cause: 'membership-ended', blockedUntil: null };

  test('blocked, with until when', () => {
    expect([toBorrow(emptyCirculation(1), blocked), toQueue(lent(), blocked)]).toEqual([refusedAs('borrow', isBlocked), refusedAs('place-hold', isBlocked)]);
  });

  test('the membership is over', () => {
    expect([toBorrow(emptyCirculation(1), ended), toQueue(lent(), ended)]).toEqual([refusedAs('borrow', isEnded), refusedAs('place-hold', isEnded)]);
  });
});

describe('a loan is refused', () => {
  test('where no copy is left: a turnaway, as where none is free', () => {
    const changes = [{ kind: 'turned-away', at: now, memberId: 'z', turnaway: 'licence-ended' }];
    expect(toBorrow(emptyCirculation(0))).toEqual({ outcome: { ok: false, refusal: { code: 'licence-ended' } }, changes });
  });
});

describe('a hold is refused', () => {
  test('to who has the title on loan, with that loan', () => {
    const circulation = lent();
    const [, loan] = circulation.loans;
    expect(toQueue(circulation, aBorrower('b'))).toEqual(refusedAs('place-hold', { code: 'already-borrowed', ...{ loanId: loan?.id, dueAt: after(3 * day) } }));
  });

  test('but not once that loan is over, whether or not anybody has written it down', () => {
    expect(placeHold(lent(), aBorrower('b'), 7, { ...moment, now: after(3 * day) }).outcome).not.toMatchObject({ refusal: { code: 'already-borrowed' } });
  });

  test('where a copy is free, or no copy is left', () => {
    expect(toQueue(emptyCirculation(1))).toEqual(refusedAs('place-hold', { code: 'copy-available' }));
    expect(toQueue(emptyCirculation(0))).toEqual(refusedAs('place-hold', { code: 'licence-ended' }));
  });

  test('of a title that is withdrawn, and of one that is not there nothing is told', () => {
    expect(toQueue(inState('withdrawn'))).toEqual(refusedAs('place-hold', { code: 'title-withdrawn' }));
    expect(toQueue(inState('unpublished'))).toEqual({ outcome: { ok: false, refusal: { code: 'not-found' } }, changes: [] });
  });

  test('at the limit', () => {
    expect(toQueue(lent(), aBorrower('z', { openHoldCount: 5 }))).toEqual(refusedAs('place-hold', { code: 'hold-limit-reached', ...{ limit: 5 } }));
  });
});

describe('a hold that is placed', () => {
  test('is told as it stands, of several the own one, and is a turnaway', () => {
    const library = new PureLibrary(1);
    library.borrow('a');
    library.placeHold('b');
    const { outcome, changes } = toQueue(library.circulation);
    expect(outcome).toMatchObject({ ok: true, value: { placed: true, hold: { id: 'fresh', memberId: 'z', queueNumber: 7, placedAt: now, state: 'waiting', missedCount: 0, suspension: null } } });
    expect(changes).toEqual([{ kind: 'hold-placed', at: now, holdId: 'fresh', memberId: 'z', queueNumber: 7 }, { kind: 'turned-away', at: now, memberId: 'z', turnaway: 'hold-placed' }]);
  });
});

describe('a loan that begins', () => {
  test('is told as it is, of several the own one', () => {
    const library = new PureLibrary(2);
    library.borrow('a');
    expect(toBorrow(library.circulation).outcome).toMatchObject({ ok: true, value: { began: true, loan: { id: 'fresh', memberId: 'z', borrowedAt: now } } });
  });

  test('fulfils the open hold, not one that has ended before', () => {
    const library = new PureLibrary(1);
    library.borrow('a');
    library.placeHold('z');
    library.cancelHold('z');
    library.returnLoan('a');
    expect(toBorrow(library.circulation).changes.map(({ kind }) => kind)).toEqual(['loan-began']);
  });
});

describe('a hold that is moved up', () => {
  test('is answered with its new number', () => {
    const library = new PureLibrary(1);
    library.borrow('a');
    for (const member of ['b', 'c', 'd']) library.placeHold(member);
    expect(library.moveToFront('d')).toMatchObject({ ok: true, value: { memberId: 'd', queueNumber: 0 } });
  });

  test('and the places of all are counted anew from what was counted before', () => {
    const library = new PureLibrary(1);
    library.borrow('a');
    for (const member of ['b', 'c', 'd']) library.placeHold(member);
    const before = library.circulation;
    library.cancelHold('c');
    const placeOf = (member: string, aheadCount: number) => {
      const hold = library.holdOf(member);
      return hold === undefined ? null : positionOf(hold, aheadCount, before, library.circulation, library.now);
    };
    expect([placeOf('b', 0), placeOf('d', 2)]).toEqual([1, 2]);
  });
});
