import { describe, expect, test } from '@jest/globals';
import { day, hour } from '@/lib/domain/time';
import { PureLibrary } from '../../support/pure-library';

describe('a withdrawn title that is published again', () => {
  test('can be borrowed and queued for as before; holds that were cancelled do not come back', () => {
    const library = new PureLibrary(1);
    library.borrow('a');
    library.placeHold('b');
    library.withdraw();
    expect(library.borrow('c')).toMatchObject({ ok: false, refusal: { code: 'title-withdrawn' } });
    library.undoWithdrawal();
    expect(library.circulation.title).toMatchObject({ state: 'lendable', loansEndBecause: null });
    expect(library.holdOf('b')).toMatchObject({ state: 'cancelled', endedReason: 'title-withdrawn' });
    expect(library.placeHold('c')).toMatchObject({ ok: true });
    library.pass(3 * day);
    library.settle();
    expect(library.holdOf('c')?.state).toBe('ready');
    expect(library.replayed()).toEqual(library.circulation);
  });

  test('keeps the loans that ran through it; those that ended with it stay ended', () => {
    const gentle = new PureLibrary(1);
    gentle.borrow('a');
    gentle.withdraw();
    gentle.undoWithdrawal();
    gentle.pass(hour);
    gentle.settle();
    expect(gentle.circulation.loans[0]?.state).toBe('active');
    const atOnce = new PureLibrary(1);
    atOnce.borrow('a');
    atOnce.withdraw(true);
    atOnce.undoWithdrawal();
    expect(atOnce.circulation.loans[0]?.state).toBe('revoked');
    expect(atOnce.borrow('b')).toMatchObject({ ok: true });
    atOnce.pass(hour);
    atOnce.settle();
    expect(atOnce.circulation.loans[1]?.state).toBe('active');
  });

  test('one that is not withdrawn stays as it is, without an event', () => {
    const library = new PureLibrary(1);
    library.undoWithdrawal();
    expect(library.log).toEqual([]);
  });
});
