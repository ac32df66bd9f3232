import { describe, expect, test } from '@jest/globals';
import type { Circulation } from '@/lib/domain/lending/circulation';
import { returnLoan, revokeLoan } from '@/lib/domain/lending/end-loan';
import { endLicence } from '@/lib/domain/lending/licences';
import { extend, renew, renewedUntil } from '@/lib/domain/lending/renew';
import { cancelHold } from '@/lib/domain/lending/queue';
import { moveHoldToFront } from '@/lib/domain/lending/move-hold';
import { suspendHold } from '@/lib/domain/lending/suspend';
import { day } from '@/lib/domain/time';
import { aBorrower, aLicence, after, PureLibrary } from '../../support/pure-library';

/** Three copies, lent to a, b and c a millisecond apart; d, e and f wait. */
function busy(): PureLibrary {
  const library = new PureLibrary(3);
  for (const member of ['a', 'b', 'c']) {
    library.borrow(member);
    library.pass(1);
  }
  for (const member of ['d', 'e', 'f']) library.placeHold(member);
  return library;
}
const idOf = ({ circulation }: PureLibrary, member: string) => circulation.loans.find(({ memberId }) => memberId === member)?.id ?? circulation.holds.find(({ memberId }) => memberId === member)?.id ?? '';
const nothingThere = { outcome: { ok: false, refusal: { code: 'not-found' } }, changes: [] };

describe('an act on one loan of several', () => {
  test('is answered with that loan, and changes it alone', () => {
    const library = busy();
    const { circulation, now } = library;
    const id = idOf(library, 'b');
    const deeds = [returnLoan(circulation, id, now), revokeLoan(circulation, id, 'rusak', now), extend(circulation, id, null, now)];
    for (const { outcome, changes } of deeds) {
      expect(outcome).toMatchObject({ ok: true, value: { id, memberId: 'b' } });
      expect(changes).toMatchObject([{ loanId: id }]);
    }
    expect(deeds.map(({ outcome }) => outcome.ok && outcome.value.state)).toEqual(['returned', 'revoked', 'active']);
  });

  test('the others go on as they are', () => {
    const library = busy();
    const others = () => library.circulation.loans.filter(({ memberId }) => memberId !== 'b');
    const before = others();
    library.extend('b');
    library.returnLoan('b');
    expect(others()).toEqual(before);
  });

  test('a loan that is not there is not found, and nothing changes', () => {
    const { circulation, now } = busy();
    for (const deed of [returnLoan(circulation, 'x', now), revokeLoan(circulation, 'x', 'rusak', now), extend(circulation, 'x', null, now), renew(circulation, 'x', aBorrower('a'), now)]) expect(deed).toEqual(nothingThere);
  });

  test('a loan that has ended answers as it ended, whoever ends it again', () => {
    const library = busy();
    library.returnLoan('b');
    const [ended] = library.circulation.loans.filter(({ memberId }) => memberId === 'b');
    for (const deed of [returnLoan(library.circulation, ended?.id ?? '', after(day)), revokeLoan(library.circulation, ended?.id ?? '', 'rusak', after(day))]) expect(deed).toEqual({ outcome: { ok: true, value: ended }, changes: [] });
  });
});

describe('an act on one hold of several', () => {
  test('is answered with that hold, and changes it alone', () => {
    const library = busy();
    const { circulation, now } = library;
    const id = idOf(library, 'e');
    const deeds = [cancelHold(circulation, id, { reason: 'by-member' }, now), suspendHold(circulation, id, null, now), moveHoldToFront(circulation, id, { lowestNumber: 1, note: 'ujian' }, now)];
    for (const { outcome, changes } of deeds) {
      expect(outcome).toMatchObject({ ok: true, value: { id, memberId: 'e' } });
      expect(changes).toMatchObject([{ holdId: id }]);
    }
  });

  test('the others go on as they are', () => {
    const library = busy();
    const others = () => library.circulation.holds.filter(({ memberId }) => memberId !== 'e');
    const before = others();
    library.suspendHold('e');
    library.resumeHold('e');
    library.moveToFront('e');
    library.cancelHold('e');
    expect(others()).toEqual(before);
  });
});

describe('a refused renewal', () => {
  test('is an event that says what was tried and why not', () => {
    const library = busy();
    library.renew('a');
    expect(library.log.at(-1)).toEqual({ kind: 'refused', at: library.now, act: 'renew', code: 'renewal-too-early' });
  });

  test('of a loan whose time has passed says when, though nobody has written it down yet', () => {
    const library = busy();
    const [loan] = library.circulation.loans;
    const late = renew(library.circulation, loan?.id ?? '', aBorrower('a'), loan?.dueAt ?? after(0));
    expect(late.outcome).toEqual({ ok: false, refusal: { code: 'loan-ended', endedAt: loan?.dueAt, endedBy: 'expired' } });
    library.returnLoan('b');
    const returned = renew(library.circulation, idOf(library, 'b'), aBorrower('b'), library.now);
    expect(returned.outcome).toEqual({ ok: false, refusal: { code: 'loan-ended', endedAt: library.now, endedBy: 'returned' } });
  });

  test('tells how many wait: all of them, not only the head of the queue that was loaded', () => {
    const library = busy();
    library.pass(2.5 * day);
    const waiting = (circulation: Circulation) => renew(circulation, idOf(library, 'c'), aBorrower('c'), library.now).outcome;
    const head = { ...library.circulation, holds: library.circulation.holds.slice(0, 1) };
    expect(waiting(head)).toEqual({ ok: false, refusal: { code: 'others-waiting', waiting: 3 } });
    expect(waiting({ ...head, waitingCount: null })).toEqual({ ok: false, refusal: { code: 'others-waiting', waiting: 1 } });
  });
});

describe('each loan is renewed under the licence that it used', () => {
  test('not under another of the same title', () => {
    const library = new PureLibrary(1);
    library.borrow('a');
    library.pass(1);
    library.addLicence({ terms: { model: 'metered-by-loans', checkoutsLimit: 2 }, copies: 1 });
    library.borrow('b');
    const until = (member: string) => {
      const loan = library.circulation.loans.find(({ memberId }) => memberId === member);
      return loan === undefined ? undefined : renewedUntil(library.circulation, loan, null, library.now);
    };
    expect(until('a')).toEqual(after(6 * day));
    expect(until('b')).not.toBeNull();
    library.extend('b');
    expect([until('a'), until('b')]).toEqual([after(6 * day), null]);
  });

  test('a loan whose licence is not at hand is not renewed', () => {
    const { circulation, now } = busy();
    const [loan] = circulation.loans;
    if (loan === undefined) throw new Error('a has a loan');
    expect(renewedUntil({ ...circulation, licences: [] }, loan, null, now)).toBeNull();
    expect(renewedUntil({ ...circulation, uses: [] }, loan, null, now)).toBeNull();
  });

  test('withdrawing one licence ends no other, and one that is not there is not found', () => {
    const { circulation, now } = busy();
    const two = { ...circulation, licences: [...circulation.licences, aLicence({ id: 'second' })] };
    expect(endLicence(two, 'second', { reason: 'hak cipta', loansEnd: true }, now)).toEqual({ outcome: { ok: true, value: null }, changes: [{ kind: 'licence-ended', at: now, licenceId: 'second', because: 'withdrawn', reason: 'hak cipta', loansEnd: true }] });
    expect(endLicence(two, 'third', { reason: 'hak cipta', loansEnd: true }, now)).toEqual(nothingThere);
  });
});
