import { describe, expect, test } from '@jest/globals';
import { placeHold } from '@/lib/domain/lending/queue';
import { positionOf } from '@/lib/domain/lending/position';
import { day } from '@/lib/domain/time';
import { aBorrower, PureLibrary, start } from '../../support/pure-library';

/** One copy, lent to a; so many wait. */
function queueOf(...members: string[]): PureLibrary {
  const library = new PureLibrary(1, { forgivenPickups: 0 });
  library.borrow('a');
  for (const member of members) library.placeHold(member);
  return library;
}
const states = ({ circulation }: PureLibrary) => circulation.holds.map((hold) => `${hold.memberId} ${hold.state}`);

describe('the queue (rule 9)', () => {
  test('four open holds leave room for a fifth, five do not', () => {
    const { circulation } = queueOf();
    const place = (openHoldCount: number) => placeHold(circulation, aBorrower('b', { openHoldCount }), 1, { now: start, freshId: () => 'h' }).outcome;
    expect(place(4).ok).toBe(true);
    expect(place(5)).toMatchObject({ refusal: { code: 'hold-limit-reached', limit: 5 } });
  });

  test('a hold placed is a turnaway, a second one for the same member is the first', () => {
    const library = queueOf('b');
    const length = library.log.length;
    expect(library.placeHold('b')).toMatchObject({ ok: true, value: { placed: false } });
    expect(library.log).toHaveLength(length);
    expect(library.log.filter((change) => change.kind === 'turned-away')).toHaveLength(1);
  });

  test('places are counted from those who still wait before', () => {
    const library = queueOf('b', 'c', 'd');
    const hold = library.circulation.holds[2];
    if (hold === undefined) throw new Error('d waits');
    expect(positionOf(hold, 2, library.circulation, library.circulation, library.now)).toBe(3);
    const before = library.circulation;
    library.returnLoan('a');
    expect(positionOf(hold, 2, before, library.circulation, library.now)).toBe(2);
  });

  test('leaving gives an offered copy to the next at that instant; leaving twice is no error', () => {
    const library = queueOf('b', 'c');
    library.returnLoan('a');
    library.cancelHold('b');
    expect(states(library)).toEqual(['b cancelled', 'c ready']);
    expect(library.cancelHold('b')).toMatchObject({ ok: true, value: { state: 'cancelled' } });
  });

  test('a window that passes ends the turn at its own time, however late anybody looks', () => {
    const library = queueOf('b', 'c');
    library.returnLoan('a');
    const until = new Date(library.now.getTime() + day);
    library.pass(9 * day);
    library.settle();
    expect(library.circulation.holds[0]).toMatchObject({ state: 'lapsed', endedAt: until });
    expect(library.circulation.holds[1]).toMatchObject({ state: 'ready', readyAt: library.now });
  });

  test('who was passed over while blocked is first again afterwards', () => {
    const library = queueOf('b', 'c', 'd');
    library.block('b', new Date(library.now.getTime() + 2 * day));
    library.returnLoan('a');
    expect(states(library)).toEqual(['b waiting', 'c ready', 'd waiting']);
    library.pass(2 * day);
    library.settle();
    expect(states(library)).toEqual(['b ready', 'c lapsed', 'd waiting']);
  });

  test('a withdrawn title cancels its queue, with the reason, and lets the loan run out', () => {
    const library = queueOf('b');
    library.withdraw();
    expect(library.circulation.holds[0]).toMatchObject({ state: 'cancelled', endedReason: 'title-withdrawn' });
    expect(library.circulation.loans[0]?.state).toBe('active');
    expect(library.placeHold('c')).toMatchObject({ refusal: { code: 'title-withdrawn' } });
  });
});
