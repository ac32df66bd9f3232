import { describe, expect, test } from '@jest/globals';
import { borrow } from '@/lib/domain/lending/borrow';
import { titleLending } from '@/lib/domain/lending/title-lending';
import { messagesOf } from '@/lib/domain/messages/lending-messages';
import { day } from '@/lib/domain/time';
import { aBorrower, after, PureLibrary } from '../../support/pure-library';

const forAll = (library: PureLibrary, expiresAt: Date | null = null) => library.addLicence({ terms: { model: 'simultaneous-use', expiresAt } });
const fiveLoans = Array.from({ length: 5 }, (_, at) => ({ id: `${at}`, titleId: `${at}`, dueAt: after(day) }));

describe('simultaneous use (rule 7)', () => {
  test('has no limit on concurrent loans and needs no copy', () => {
    const library = new PureLibrary(0);
    forAll(library);
    for (let member = 0; member < 50; member += 1) expect(library.borrow(`m${member}`)?.ok).toBe(true);
    expect(library.circulation.uses.every((use) => use.copyId === null && use.licenceModel === 'simultaneous-use')).toBe(true);
    expect(library.circulation.copies).toEqual([]);
  });

  test('when it is added, waiting holds close as cancelled, available-to-all, told; a running offer stays', () => {
    const library = new PureLibrary(1);
    library.borrow('a');
    for (const member of ['b', 'c', 'd']) library.placeHold(member);
    library.returnLoan('a');
    forAll(library);
    expect(library.circulation.holds.map((hold) => hold.state)).toEqual(['ready', 'cancelled', 'cancelled']);
    expect(library.circulation.holds[1]).toMatchObject({ endedReason: 'available-to-all', endedAt: library.now });
    const told = library.log.flatMap((change) => messagesOf(change, library.circulation)).filter(({ kind }) => kind === 'hold-cancelled');
    expect(told).toMatchObject([{ memberId: 'c', facts: { reason: 'available-to-all' } }, { memberId: 'd', facts: { reason: 'available-to-all' } }]);
  });

  test('nobody queues for what can be borrowed at once', () => {
    const library = new PureLibrary(0);
    forAll(library);
    expect(library.placeHold('a')).toMatchObject({ refusal: { code: 'copy-available' } });
  });

  test('its loans do not count towards the loan limit: who has five borrows it all the same, but no copy', () => {
    const library = new PureLibrary(1);
    const atLimit = aBorrower('a', { runningLoans: fiveLoans });
    const moment = { now: library.now, freshId: () => 'fresh' };
    expect(borrow(library.circulation, atLimit, { holdsAhead: 0, pace: null }, moment).outcome).toMatchObject({ refusal: { code: 'loan-limit-reached' } });
    forAll(library);
    const { changes } = borrow(library.circulation, atLimit, { holdsAhead: 0, pace: null }, moment);
    expect(changes).toMatchObject([{ kind: 'loan-began', copyId: null }]);
    expect(titleLending({ circulation: library.circulation, borrower: atLimit, aheadCount: 0, pace: null, now: library.now }).action.kind).toBe('borrow');
  });

  test('there is always one more to be had, and the page says that everybody can have it', () => {
    const library = new PureLibrary(1);
    forAll(library);
    const copies = () => titleLending({ circulation: library.circulation, borrower: null, aheadCount: 0, pace: null, now: library.now }).copies;
    expect(copies()).toEqual({ total: 2, available: 2, simultaneousUse: true });
    for (const member of ['a', 'b', 'c']) library.borrow(member);
    expect(copies()).toEqual({ total: 2, available: 1, simultaneousUse: true });
  });

  test('it ends on its date, loans with it, and the copies that remain are queued for again', () => {
    const library = new PureLibrary(1);
    forAll(library, after(2 * day));
    library.borrow('a');
    library.borrow('b');
    expect(library.circulation.loans.map((loan) => loan.dueAt).sort()).toEqual([after(2 * day), after(3 * day)].sort());
    library.pass(2 * day);
    library.settle();
    expect(library.borrow('c')).toMatchObject({ refusal: { code: 'no-copy-available' } });
    expect(library.placeHold('c')?.ok).toBe(true);
  });

  test('a loan of it is renewed under it', () => {
    const library = new PureLibrary(0);
    forAll(library);
    library.borrow('a');
    library.pass(2 * day);
    expect(library.renew('a')).toMatchObject({ ok: true, value: { dueAt: after(6 * day) } });
  });
});
