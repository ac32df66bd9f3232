import { describe, expect, test } from '@jest/globals';
import { day, hour } from '@/lib/domain/time';
import { after, PureLibrary } from '../../support/pure-library';

/** One copy, lent to a; so many wait. */
function queueOf(...members: string[]): PureLibrary {
  const library = new PureLibrary(1);
  library.borrow('a');
  for (const member of members) library.placeHold(member);
  return library;
}
const states = ({ circulation }: PureLibrary) =>
  circulation.holds.map((hold) => `${hold.memberId} ${hold.state}${hold.suspension === null ? '' : ' suspended'}`);

describe('suspending a hold', () => {
  test('keeps the place and is passed over, until resumed', () => {
    const library = queueOf('b', 'c');
    library.suspendHold('b');
    library.returnLoan('a');
    expect(states(library)).toEqual(['b waiting suspended', 'c ready']);
    library.resumeHold('b');
    expect(states(library)).toEqual(['b waiting', 'c ready']);
  });

  test('who resumes never takes a running offer, but is first for the next copy', () => {
    const library = queueOf('b', 'c', 'd');
    library.suspendHold('b');
    library.returnLoan('a');
    library.resumeHold('b');
    expect(states(library)).toEqual(['b waiting', 'c ready', 'd waiting']);
    library.borrow('c');
    library.returnLoan('c');
    expect(states(library)).toEqual(['b ready', 'c fulfilled', 'd waiting']);
  });

  test('until a date: the clock resumes it at that instant, however late anybody looks', () => {
    const library = queueOf('b');
    library.suspendHold('b', after(5 * day));
    library.returnLoan('a');
    library.pass(9 * day);
    library.settle();
    expect(library.log).toContainEqual(expect.objectContaining({ kind: 'hold-resumed', at: after(5 * day) }));
    expect(library.circulation.holds[0]).toMatchObject({ state: 'ready', suspension: null, readyAt: after(9 * day) });
  });

  test('a date that has come or lies a year away is refused, and says what can be chosen', () => {
    const library = queueOf('b');
    expect(library.suspendHold('b', library.now)).toMatchObject({ refusal: { code: 'suspension-out-of-range' } });
    expect(library.suspendHold('b', after(365 * day))).toMatchObject({ refusal: { before: after(365 * day) } });
    expect(library.suspendHold('b', after(365 * day - 1))).toMatchObject({ ok: true });
  });

  test('suspending again changes the date, not the day since when; the same date again changes nothing', () => {
    const library = queueOf('b');
    library.suspendHold('b');
    library.pass(day);
    library.suspendHold('b', after(3 * day));
    expect(library.circulation.holds[0]?.suspension).toEqual({ at: after(0), until: after(3 * day) });
    const length = library.log.length;
    library.suspendHold('b', after(3 * day));
    expect(library.log).toHaveLength(length);
  });

  test('a hold that is suspended for 365 days ends then, as suspended-too-long', () => {
    const library = queueOf('b');
    library.suspendHold('b');
    library.pass(365 * day - 1);
    library.settle();
    expect(states(library)).toEqual(['b waiting suspended']);
    library.pass(1);
    library.settle();
    expect(library.circulation.holds[0]).toMatchObject({ state: 'cancelled', endedReason: 'suspended-too-long', endedAt: after(365 * day) });
  });

  test('whose turn it is and puts the hold off lets the copy go on at once', () => {
    const library = queueOf('b', 'c');
    library.returnLoan('a');
    library.suspendHold('b', after(day));
    expect(states(library)).toEqual(['b waiting suspended', 'c ready']);
    expect(library.circulation.holds[0]?.suspension?.until).toEqual(after(day));
  });

  test('the queue is counted without those who are suspended', () => {
    const library = queueOf('b', 'c');
    library.suspendHold('b', after(hour));
    expect(library.circulation.waitingCount).toBe(1);
    library.pass(hour);
    library.settle();
    expect(library.circulation.waitingCount).toBe(2);
    library.cancelHold('b');
    expect(library.circulation.waitingCount).toBe(1);
  });

  test('a hold that has ended can be neither suspended nor resumed nor passed', () => {
    const library = queueOf('b');
    library.cancelHold('b');
    for (const outcome of [library.suspendHold('b'), library.resumeHold('b'), library.passOffer('b')]) expect(outcome).toMatchObject({ refusal: { code: 'hold-ended' } });
  });
});

describe('passing ("Lewati")', () => {
  test('the offer goes on to the next at once, the place is kept, and that is no miss', () => {
    const library = queueOf('b', 'c');
    library.returnLoan('a');
    library.passOffer('b');
    expect(states(library)).toEqual(['b waiting suspended', 'c ready']);
    expect(library.circulation.holds[0]).toMatchObject({ queueNumber: 1, missedCount: 0, suspension: { until: null } });
  });

  test('passing twice answers the same; who has no offer has nothing to pass', () => {
    const library = queueOf('b', 'c');
    library.returnLoan('a');
    library.passOffer('b');
    expect(library.passOffer('b')).toMatchObject({ ok: true, value: { state: 'waiting' } });
    library.resumeHold('b');
    expect(library.passOffer('b')).toMatchObject({ refusal: { code: 'no-offer' } });
  });
});

describe('a turn that passes untaken', () => {
  test('is forgiven once: the hold is suspended with its place kept, and the copy goes to the next', () => {
    const library = queueOf('b', 'c');
    library.returnLoan('a');
    library.pass(day);
    library.settle();
    expect(states(library)).toEqual(['b waiting suspended', 'c ready']);
    expect(library.circulation.holds[0]).toMatchObject({ queueNumber: 1, missedCount: 1, suspension: { at: after(day), until: null } });
  });

  test('the next one lapses it, with its reason', () => {
    const library = queueOf('b');
    library.returnLoan('a');
    library.pass(day);
    library.resumeHold('b');
    library.pass(day);
    library.settle();
    expect(library.circulation.holds[0]).toMatchObject({ state: 'lapsed', missedCount: 2, endedAt: after(2 * day), endedReason: 'window-passed' });
  });

  test.each([0, 2])('the policy says how many are forgiven: %i', (forgivenPickups) => {
    const library = new PureLibrary(1, { forgivenPickups });
    library.borrow('a');
    library.placeHold('b');
    library.returnLoan('a');
    for (let miss = 0; miss <= forgivenPickups; miss += 1) {
      expect(library.circulation.holds[0]?.state).toBe('ready');
      library.pass(day);
      library.resumeHold('b');
    }
    expect(library.circulation.holds[0]?.state).toBe('lapsed');
  });
});

describe('a librarian', () => {
  test('moves a hold to the head of the queue, with a reason; the next copy is theirs', () => {
    const library = queueOf('b', 'c', 'd');
    library.moveToFront('d');
    expect(library.log.at(-1)).toMatchObject({ kind: 'hold-moved', note: 'ujian besok' });
    library.returnLoan('a');
    expect(states(library)).toEqual(['b waiting', 'c waiting', 'd ready']);
  });

  test('moving takes no running offer from anybody, and moving the first changes nothing', () => {
    const library = queueOf('b', 'c');
    library.returnLoan('a');
    library.moveToFront('c');
    expect(states(library)).toEqual(['b ready', 'c waiting']);
    const length = library.log.length;
    library.moveToFront('c');
    library.moveToFront('b');
    expect(library.log).toHaveLength(length);
  });
});
