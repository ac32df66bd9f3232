import { describe, expect, test } from '@jest/globals';
import { titleLending } from '@/lib/domain/lending/title-lending';
import { day, hour } from '@/lib/domain/time';
import { aBorrower, PureLibrary } from '../../support/pure-library';

const seenBy = (library: PureLibrary, memberId: string | null, more = {}) =>
  titleLending({ circulation: library.circulation, borrower: memberId === null ? null : { ...library.borrower(memberId), ...more }, aheadCount: 0, pace: null, now: library.now });

describe('what a member can do with a title', () => {
  test('a free copy can be borrowed, by a visitor after logging in', () => {
    const library = new PureLibrary(2);
    expect(seenBy(library, null)).toMatchObject({ copies: { total: 2, available: 2 }, action: { kind: 'borrow', loanPeriodMs: 3 * day } });
  });

  test('who has it reads it, and may renew it in the last day', () => {
    const library = new PureLibrary(1);
    library.borrow('a');
    expect(seenBy(library, 'a')).toMatchObject({ action: { kind: 'read' }, renewal: { allowed: false, refusal: { code: 'renewal-too-early' } } });
    library.pass(2 * day);
    expect(seenBy(library, 'a')).toMatchObject({ action: { kind: 'read' }, renewal: { allowed: true } });
  });

  test('who finds all lent may queue, with the place and the wait', () => {
    const library = new PureLibrary(1);
    library.borrow('a');
    library.placeHold('b');
    expect(seenBy(library, 'c')).toMatchObject({ action: { kind: 'join-queue', position: 2, estimatedWait: { latestMs: 3 * day + 4 * day } } });
  });

  test('who queues sees the place; whose turn it is sees until when', () => {
    const library = new PureLibrary(1);
    library.borrow('a');
    library.placeHold('b');
    expect(seenBy(library, 'b')).toMatchObject({ action: { kind: 'in-queue', position: 1 } });
    library.returnLoan('a');
    expect(seenBy(library, 'b')).toMatchObject({ action: { kind: 'take-offer', readyUntil: new Date(library.now.getTime() + day) }, position: null });
    expect(seenBy(library, 'c')).toMatchObject({ copies: { available: 0 }, action: { kind: 'join-queue', position: 1 } });
  });

  test('looking never makes an offer: after the loan ended the first in line reads waiting, position 1, and a walk-in finds none', () => {
    const library = new PureLibrary(1);
    library.borrow('a');
    library.placeHold('b');
    library.pass(3 * day);
    const before = library.circulation;
    expect(seenBy(library, 'b')).toMatchObject({ hold: { state: 'waiting' }, position: 1 });
    expect(seenBy(library, null).copies.available).toBe(0);
    expect(library.circulation).toBe(before);
  });

  test('limits, blocks and withdrawn titles each say so', () => {
    const library = new PureLibrary(1);
    const five = Array.from({ length: 5 }, (_, at) => ({ id: `${at}`, titleId: `${at}`, dueAt: library.now }));
    expect(seenBy(library, 'a', { runningLoans: five }).action).toEqual({ kind: 'loan-limit', limit: 5 });
    expect(seenBy(library, 'a', { standing: { blockedAt: library.now, blockedUntil: null, validUntil: null } }).action).toEqual({ kind: 'barred', blockedUntil: null });
    library.borrow('b');
    expect(seenBy(library, 'a', { openHoldCount: 5 }).action).toEqual({ kind: 'hold-limit', limit: 5 });
    library.withdraw();
    expect(seenBy(library, 'a').action).toEqual({ kind: 'unavailable', because: 'title-withdrawn' });
    expect(seenBy(library, 'b').action.kind).toBe('read');
    const none = new PureLibrary(0);
    expect(titleLending({ circulation: none.circulation, borrower: aBorrower('a'), aheadCount: 0, pace: null, now: none.now }).action).toEqual({ kind: 'unavailable', because: 'licence-ended' });
  });

  test('a block that began an hour ago has withdrawn the offer, though nothing was written yet', () => {
    const library = new PureLibrary(1);
    library.borrow('a');
    library.placeHold('b');
    library.returnLoan('a');
    library.setStanding('b', { blockedAt: library.now, blockedUntil: null, validUntil: null });
    library.pass(hour);
    expect(seenBy(library, 'b')).toMatchObject({ hold: { state: 'waiting' }, action: { kind: 'barred' } });
    expect(seenBy(library, null).copies.available).toBe(1);
  });
});
