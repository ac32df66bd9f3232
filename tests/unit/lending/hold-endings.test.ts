import { describe, expect, test } from '@jest/globals';
import type { CancelReason } from '@/lib/domain/lending/hold';
import { moveHoldToFront } from '@/lib/domain/lending/move-hold';
import { cancelHold } from '@/lib/domain/lending/queue';
import { suspendHold } from '@/lib/domain/lending/suspend';
import { day, hour } from '@/lib/domain/time';
import { after, PureLibrary } from '../../support/pure-library';

/** One copy, lent to a; so many wait. */
function queueOf(...members: string[]): PureLibrary {
  const library = new PureLibrary(1);
  library.borrow('a');
  for (const member of members) library.placeHold(member);
  return library;
}
const endingOf = (library: PureLibrary, memberId: string) => {
  const hold = library.holdOf(memberId);
  return hold === undefined || !('endedAt' in hold) ? null : { state: hold.state, endedAt: hold.endedAt, reason: 'endedReason' in hold ? hold.endedReason : null };
};

describe('each ending of a hold carries its reason and its instant', () => {
  test('borrowed: fulfilled, and no reason is needed', () => {
    const library = queueOf('b');
    library.returnLoan('a');
    library.pass(hour);
    library.borrow('b');
    expect(endingOf(library, 'b')).toEqual({ state: 'fulfilled', endedAt: after(hour), reason: null });
  });

  test('the window passed: at its own end, not when somebody looked', () => {
    const library = queueOf('b');
    library.returnLoan('a');
    library.pass(day);
    library.resumeHold('b');
    library.pass(20 * day);
    library.settle();
    expect(endingOf(library, 'b')).toEqual({ state: 'lapsed', endedAt: after(2 * day), reason: 'window-passed' });
  });

  test('the member left', () => {
    const library = queueOf('b');
    library.pass(hour);
    library.cancelHold('b');
    expect(endingOf(library, 'b')).toEqual({ state: 'cancelled', endedAt: after(hour), reason: 'by-member' });
  });

  test.each(['by-librarian', 'account-erased', 'title-withdrawn', 'available-to-all', 'earlier-hold-restored'] satisfies CancelReason[])('whoever ends it says why: %s', (reason) => {
    const { circulation, now } = queueOf('b');
    const id = circulation.holds[0]?.id ?? '';
    const { outcome, changes } = cancelHold(circulation, id, { reason, note: 'salah judul' }, now);
    expect(outcome).toMatchObject({ ok: true, value: { state: 'cancelled', endedAt: now, endedReason: reason } });
    expect(changes).toEqual([{ kind: 'hold-cancelled', at: now, holdId: id, reason, note: 'salah judul' }]);
  });

  test('suspended for a year: at that instant, however late anybody looks', () => {
    const library = queueOf('b');
    library.pass(hour);
    library.suspendHold('b');
    library.pass(500 * day);
    library.settle();
    expect(endingOf(library, 'b')).toEqual({ state: 'cancelled', endedAt: after(hour + 365 * day), reason: 'suspended-too-long' });
  });

  test('the title was withdrawn: also the one whose turn it was', () => {
    const library = queueOf('b', 'c');
    library.returnLoan('a');
    library.withdraw();
    expect(['b', 'c'].map((member) => endingOf(library, member)?.reason)).toEqual(['title-withdrawn', 'title-withdrawn']);
    expect(library.circulation.uses.at(-1)).toMatchObject({ kind: 'offer', until: library.now });
  });
});

describe('a hold that has ended stays as it ended', () => {
  test('cancelling answers with the first ending and changes nothing', () => {
    const library = queueOf('b');
    library.cancelHold('b');
    library.pass(hour);
    const length = library.log.length;
    const holdId = library.holdOf('b')?.id ?? '';
    const again = cancelHold(library.circulation, holdId, { reason: 'by-librarian', note: 'terlambat' }, library.now);
    expect(again).toMatchObject({ outcome: { ok: true, value: { state: 'cancelled', endedAt: after(0), endedReason: 'by-member' } }, changes: [] });
    expect(library.log).toHaveLength(length);
  });

  test('suspending, resuming, passing and moving are refused, with when it ended', () => {
    const library = queueOf('b');
    library.cancelHold('b');
    library.pass(hour);
    const refused = { ok: false, refusal: { code: 'hold-ended', endedAt: after(0) } };
    for (const answer of [library.suspendHold('b'), library.resumeHold('b'), library.passOffer('b'), library.moveToFront('b')]) expect(answer).toEqual(refused);
  });

  test('queueing again is a new hold at the end of the queue', () => {
    const library = queueOf('b', 'c');
    library.cancelHold('b');
    library.placeHold('b');
    const numbers = library.circulation.holds.map(({ memberId, state, queueNumber }) => `${memberId} ${state} ${queueNumber}`);
    expect(numbers).toEqual(['b cancelled 1', 'c waiting 2', 'b waiting 3']);
  });

  test('a hold that was never there is not found', () => {
    const { circulation, now } = queueOf('b');
    const notFound = { outcome: { ok: false, refusal: { code: 'not-found' } }, changes: [] };
    expect(cancelHold(circulation, 'nobody’s', { reason: 'by-member' }, now)).toEqual(notFound);
    expect(suspendHold(circulation, 'nobody’s', null, now)).toEqual(notFound);
    expect(moveHoldToFront(circulation, 'nobody’s', { lowestNumber: 1, note: 'ujian' }, now)).toEqual(notFound);
  });
});
