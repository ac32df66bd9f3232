import { describe, expect, test } from '@jest/globals';
import { borrow } from '@/lib/domain/lending/borrow';
import type { Borrower, Moment } from '@/lib/domain/lending/circulation';
import { day, hour } from '@/lib/domain/time';
import { aBorrower, after, emptyCirculation, PureLibrary, start } from '../../support/pure-library';

const moment: Moment = { now: start, freshId: () => 'fresh' };
const outlook = { holdsAhead: 0, pace: null };
const loansOf = (count: number): Borrower['runningLoans'] => Array.from({ length: count }, (_, at) => ({ id: `l${at}`, titleId: `t${at}`, dueAt: after(day) }));

describe('borrowing (rules 5, 6, 8)', () => {
  test('a free copy is lent for three days, to the whole second', () => {
    const { outcome, changes } = borrow(emptyCirculation(1), aBorrower('a'), outlook, { ...moment, now: new Date(start.getTime() + 1) });
    expect(outcome).toMatchObject({ ok: true, value: { began: true, loan: { memberId: 'a', dueAt: after(3 * day + 1000) } } });
    expect(changes.map(({ kind }) => kind)).toEqual(['loan-began']);
  });

  test('four running loans leave room for a fifth, five do not: the refusal names them, and is no turnaway', () => {
    expect(borrow(emptyCirculation(1), aBorrower('a', { runningLoans: loansOf(4) }), outlook, moment).outcome.ok).toBe(true);
    const refused = borrow(emptyCirculation(1), aBorrower('a', { runningLoans: loansOf(5) }), outlook, moment);
    expect(refused.outcome).toMatchObject({ refusal: { code: 'loan-limit-reached', limit: 5, loans: loansOf(5) } });
    expect(refused.changes).toEqual([{ kind: 'refused', at: start, act: 'borrow', code: 'loan-limit-reached' }]);
  });

  test('no free copy is a turnaway, told with how many wait before', () => {
    const library = new PureLibrary(1);
    library.borrow('a');
    const refused = borrow(library.circulation, aBorrower('b'), { holdsAhead: 4, pace: null }, moment);
    expect(refused.outcome).toMatchObject({ refusal: { code: 'no-copy-available', copies: 1, holdsAhead: 4, estimatedWait: { latestMs: 3 * day + 4 * (3 * day + day) } } });
    expect(refused.changes).toEqual([{ kind: 'turned-away', at: start, memberId: 'b', turnaway: 'no-copy-available' }]);
  });

  test('a copy that is leaving is lent to nobody new', () => {
    const library = new PureLibrary(1);
    library.changeCopies(0);
    expect(library.borrow('a')).toMatchObject({ refusal: { code: 'licence-ended' } });
  });

  test('taking an offer passes the copy over in one instant and fulfils the hold', () => {
    const library = new PureLibrary(1);
    library.borrow('a');
    library.placeHold('b');
    library.returnLoan('a');
    library.pass(hour);
    library.borrow('b');
    const [, offer, loan] = library.circulation.uses;
    expect(offer?.until).toEqual(library.now);
    expect(loan).toMatchObject({ kind: 'loan', from: library.now, copyId: offer?.copyId });
    expect(library.circulation.holds[0]).toMatchObject({ state: 'fulfilled', loanId: loan?.id, endedAt: library.now });
  });

  test('a withdrawn title lends no more, an unpublished one is not there', () => {
    expect(borrow({ ...emptyCirculation(1), title: { ...emptyCirculation(1).title, state: 'withdrawn' } }, aBorrower('a'), outlook, moment).outcome).toMatchObject({ refusal: { code: 'title-withdrawn' } });
    const hidden = borrow({ ...emptyCirculation(1), title: { ...emptyCirculation(1).title, state: 'unpublished' } }, aBorrower('a'), outlook, moment);
    expect(hidden).toEqual({ outcome: { ok: false, refusal: { code: 'not-found' } }, changes: [] });
  });

  test('who has it on loan reads on, also while blocked: the second call answers with the first', () => {
    const library = new PureLibrary(1);
    library.borrow('a');
    library.block('a', null);
    expect(library.borrow('a')).toMatchObject({ ok: true, value: { began: false } });
    expect(library.borrow('b')).toMatchObject({ ok: false });
  });
});
