import { describe, expect, test } from '@jest/globals';
import { applyAll } from '@/lib/domain/lending/apply';
import { creditDeclaredOutage, outageToDeclare, type DeclaredOutage, type OutageHistory } from '@/lib/domain/lending/declared-outage';
import type { LicenceEnd } from '@/lib/domain/lending/licence';
import { messagesOf } from '@/lib/domain/messages/lending-messages';
import { day, hour, withoutSpans } from '@/lib/domain/time';
import { after, PureLibrary } from '../../support/pure-library';

const span = (from: number, until: number): DeclaredOutage => ({ id: 'outage', from: after(from * hour), until: after(until * hour) });

/** One copy, lent to a at hour 0; so many wait. */
function aQueue(members: readonly string[], policy: ConstructorParameters<typeof PureLibrary>[1] = { forgivenPickups: 0 }): PureLibrary {
  const library = new PureLibrary(1, policy);
  library.borrow('a');
  for (const member of members) library.placeHold(member);
  return library;
}

/** b's turn began at hour 0 and passed, untaken, after a day; it is 25 o'clock now. */
function aMissedTurn(members: readonly string[], policy?: ConstructorParameters<typeof PureLibrary>[1]): PureLibrary {
  const library = aQueue(members, policy);
  library.returnLoan('a');
  library.pass(day);
  library.settle();
  library.pass(hour);
  return library;
}

function credit(library: PureLibrary, outage: DeclaredOutage, history: Partial<OutageHistory> = {}) {
  const whole: OutageHistory = { loanIds: library.circulation.loans.map(({ id }) => id), credited: [], missed: [], ...history };
  const { changes } = creditDeclaredOutage(library.circulation, outage, whole, library.now);
  return { changes, kinds: changes.map(({ kind }) => kind), circulation: applyAll(library.circulation, changes) };
}

describe('a running loan', () => {
  test('gets the time that it lost, and its copy is lent for as long', () => {
    const library = aQueue([]);
    library.pass(10 * hour);
    const { circulation } = credit(library, span(2, 5));
    expect(circulation.loans[0]?.dueAt).toEqual(after(3 * day + 3 * hour));
    expect(circulation.uses[0]?.until).toEqual(circulation.loans[0]?.dueAt);
    // no renewal: the member's own is still to come
    expect(circulation.loans[0]?.renewalCount).toBe(0);
  });

  test('gets only the part that it ran, and one that has ended is not revived', () => {
    const library = aQueue(['b']);
    library.pass(2 * hour);
    library.returnLoan('a');
    library.borrow('b');
    library.pass(10 * hour);
    expect(credit(library, span(1, 5)).changes).toEqual([expect.objectContaining({ kind: 'loan-credited', dueAt: after(2 * hour + 3 * day + 3 * hour) })]);
    library.pass(4 * day);
    expect(credit(library, span(1, 5)).changes).toEqual([]);
  });

  test('that began when the outage was over gets nothing', () => {
    const library = aQueue([]);
    library.pass(10 * hour);
    expect(credit(library, span(-5, 0)).changes).toEqual([]);
  });

  test('is cut at the licence’s end', () => {
    const library = aQueue([]);
    const expiresAt = after(3 * day + hour);
    library.circulation = { ...library.circulation, licences: library.circulation.licences.map((licence) => ({ ...licence, expiresAt })) };
    library.pass(10 * hour);
    expect(credit(library, span(2, 8)).circulation.loans[0]?.dueAt).toEqual(expiresAt);
  });

  test('that runs out under a licence that was withdrawn gets no more of it', () => {
    const library = aQueue([]);
    const end: LicenceEnd = { at: after(hour), because: 'withdrawn', reason: 'hak cipta', loansEnd: false };
    library.circulation = { ...library.circulation, licences: library.circulation.licences.map((licence) => ({ ...licence, end })) };
    library.pass(10 * hour);
    expect(credit(library, span(2, 8)).changes).toEqual([]);
  });

  test('gets nothing twice: not what another outage gave for the same time, not when the credit runs again', () => {
    const library = aQueue([]);
    library.pass(10 * hour);
    const useId = library.circulation.loans[0]?.id ?? '';
    expect(credit(library, span(2, 6), { credited: [{ useId, ...span(4, 9) }] }).circulation.loans[0]?.dueAt).toEqual(after(3 * day + 2 * hour));
    expect(credit(library, span(2, 6), { credited: [{ useId, ...span(2, 6) }] }).changes).toEqual([]);
    expect(credit(library, span(2, 6), { credited: [{ useId: 'another', ...span(2, 6) }] }).kinds).toEqual(['loan-credited']);
  });

  test('whose past credits are not known is left for the batch that knows them', () => {
    const library = aQueue([]);
    library.pass(10 * hour);
    expect(credit(library, span(2, 6), { loanIds: [] }).changes).toEqual([]);
  });
});

describe('a running offer', () => {
  test('gets its time too, from when it was made', () => {
    const library = aQueue(['b']);
    library.pass(3 * hour);
    library.returnLoan('a');
    library.pass(7 * hour);
    expect(credit(library, span(2, 5)).changes).toEqual([expect.objectContaining({ kind: 'offer-extended', readyUntil: after(3 * hour + day + 2 * hour) })]);
  });

  test('whose window is over gets nothing', () => {
    const library = aQueue(['b']);
    library.returnLoan('a');
    library.pass(day);
    expect(credit(library, span(2, 5)).kinds).toEqual([]);
  });

  test('gets nothing for what the heartbeat has credited', () => {
    const library = aQueue(['b']);
    library.returnLoan('a');
    library.pass(10 * hour);
    const hold = library.holdOf('b');
    const useId = hold?.state === 'ready' ? hold.offerId : '';
    expect(credit(library, span(2, 5), { credited: [{ useId, ...span(1, 4) }] }).changes).toEqual([expect.objectContaining({ readyUntil: after(day + hour) })]);
  });
});

describe('a hold that lapsed in it', () => {
  test('waits again with its number, before who came later, and is told', () => {
    const { circulation, changes, kinds } = credit(aMissedTurn(['b', 'c']), span(20, 25));
    expect(circulation.holds[0]).toMatchObject({ memberId: 'b', state: 'waiting', queueNumber: 1, missedCount: 0 });
    expect(kinds).toEqual(['offer-extended', 'hold-restored']);
    expect(changes.flatMap((change) => messagesOf(change, circulation))).toEqual([expect.objectContaining({ kind: 'hold-restored', memberId: 'b' })]);
  });

  test('before it or after it stays as it ended', () => {
    expect(credit(aMissedTurn(['b']), span(20, 24)).changes).toEqual([]);
    expect(credit(aMissedTurn(['b']), span(24.5, 25)).changes).toEqual([]);
  });

  test('at its first instant comes back', () => {
    expect(credit(aMissedTurn(['b']), span(24, 25)).kinds).toEqual(['hold-restored']);
  });

  test('gives its place for the later one of who has queued again since', () => {
    const library = aMissedTurn(['b', 'c']);
    library.placeHold('b');
    const { circulation, changes } = credit(library, span(20, 25));
    expect(changes).toContainEqual(expect.objectContaining({ kind: 'hold-cancelled', reason: 'earlier-hold-restored' }));
    expect(circulation.holds.filter(({ memberId, state }) => memberId === 'b' && state === 'waiting')).toEqual([expect.objectContaining({ queueNumber: 1 })]);
  });

  test('is not needed by who has the title, or another turn of it', () => {
    const reading = aMissedTurn(['b']);
    reading.borrow('b');
    expect(credit(reading, span(20, 25), { loanIds: [] }).kinds).toEqual([]);
    const anotherTurn = aMissedTurn(['b', 'c']);
    anotherTurn.placeHold('b');
    anotherTurn.cancelHold('c');
    expect(anotherTurn.holdOf('b')?.state).toBe('ready');
    expect(credit(anotherTurn, span(20, 24.5)).kinds).toEqual([]);
  });

  test('is given back to who had the title before and brought it back', () => {
    const library = aQueue([]);
    library.returnLoan('a');
    library.borrow('b');
    library.placeHold('a');
    library.returnLoan('b');
    library.pass(25 * hour);
    library.settle();
    expect(credit(library, span(20, 25)).changes).toEqual([expect.objectContaining({ kind: 'hold-restored', holdId: library.holdOf('a')?.id })]);
  });

  test('is given back once to a member, the first place', () => {
    const library = aMissedTurn(['b']);
    const [lapsed] = library.circulation.holds;
    if (lapsed === undefined) throw new Error('no hold');
    library.circulation = { ...library.circulation, holds: [{ ...lapsed, id: 'later', queueNumber: 9 }, lapsed] };
    expect(credit(library, span(20, 25)).changes).toEqual([expect.objectContaining({ kind: 'hold-restored', holdId: lapsed.id })]);
  });

  test('of a title that is withdrawn, or that everybody can have, stays ended', () => {
    const withdrawn = aMissedTurn(['b']);
    withdrawn.withdraw();
    expect(credit(withdrawn, span(20, 25)).changes).toEqual([]);
    const forEverybody = aMissedTurn(['b']);
    forEverybody.addLicence({ terms: { model: 'simultaneous-use' }, copies: 0 });
    expect(credit(forEverybody, span(20, 25)).changes).toEqual([]);
  });
});

describe('a turn missed in it that the policy forgave', () => {
  const forgiving = { forgivenPickups: 1 };
  const missedBy = (library: PureLibrary, member: string) => [{ holdId: library.holdOf(member)?.id ?? '', at: after(day) }];

  test('is forgotten, and the hold is in line again', () => {
    const library = aMissedTurn(['b'], forgiving);
    expect(library.holdOf('b')).toMatchObject({ state: 'waiting', missedCount: 1, suspension: { until: null } });
    const { circulation, changes } = credit(library, span(20, 25), { missed: missedBy(library, 'b') });
    expect(circulation.holds[0]).toMatchObject({ missedCount: 0, suspension: null });
    expect(changes.flatMap((change) => messagesOf(change, circulation))).toEqual([expect.objectContaining({ kind: 'hold-restored' })]);
  });

  test('leaves the date that the member has chosen since where it is', () => {
    const library = aMissedTurn(['b'], forgiving);
    library.suspendHold('b', after(9 * day));
    const { circulation, changes } = credit(library, span(20, 25), { missed: missedBy(library, 'b') });
    expect(circulation.holds[0]).toMatchObject({ missedCount: 0, suspension: { until: after(9 * day) } });
    expect(changes.flatMap((change) => messagesOf(change, circulation))).toEqual([]);
  });

  test('leaves a hold put off that the member has resumed and put off again since', () => {
    const library = aMissedTurn(['b', 'c'], forgiving);
    library.resumeHold('b');
    library.suspendHold('b');
    const { circulation, changes } = credit(library, span(20, 25), { missed: missedBy(library, 'b') });
    expect(circulation.holds[0]).toMatchObject({ missedCount: 0, suspension: { at: library.now, until: null } });
    expect(changes.flatMap((change) => messagesOf(change, circulation))).toEqual([]);
  });

  test('takes no running offer away from who came back by themselves', () => {
    const library = aMissedTurn(['b'], forgiving);
    library.resumeHold('b');
    library.settle();
    const { circulation } = credit(library, span(20, 24.5), { missed: missedBy(library, 'b') });
    expect(circulation.holds[0]).toMatchObject({ state: 'ready', missedCount: 0 });
  });

  test('outside of it counts on', () => {
    const library = aMissedTurn(['b'], forgiving);
    expect(credit(library, span(20, 24), { missed: missedBy(library, 'b') }).changes).toEqual([]);
  });
});

describe('what can be declared', () => {
  const now = after(40 * day);
  test.each([
    ['until-after-from', 5, 5],
    ['not-over-yet', 5, 40 * 24 + 1],
    ['too-long', 0, 31 * 24 + 1],
  ])('an outage is over, ends after it began, and is no longer than 31 days: %s', (message, from, until) => {
    expect(outageToDeclare(span(from, until), now)).toMatchObject({ ok: false, refusal: { errors: [{ message }] } });
  });

  test('31 days are, up to this instant', () => {
    expect(outageToDeclare(span(9 * 24, 40 * 24), now).ok).toBe(true);
  });
});

test.each([
  [[], [[0, 10]]],
  [[[2, 4]], [[0, 2], [4, 10]]],
  [[[0, 3], [2, 5]], [[5, 10]]],
  [[[-5, 20]], []],
  [[[10, 12]], [[0, 10]]],
  [[[-3, 0], [4, 4]], [[0, 4], [4, 10]]],
])('a span without %j is %j', (taken, left) => {
  const of = ([from = 0, until = 0]: number[]) => ({ from: after(from), until: after(until) });
  expect(withoutSpans(of([0, 10]), taken.map(of))).toEqual(left.map(of));
});
