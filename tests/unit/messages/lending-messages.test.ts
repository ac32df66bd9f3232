import { describe, expect, test } from '@jest/globals';
import type { LendingChange } from '@/lib/domain/lending/changes';
import type { CancelReason } from '@/lib/domain/lending/hold';
import type { LoanEnd } from '@/lib/domain/lending/loan';
import { messagesOf } from '@/lib/domain/messages/lending-messages';
import { placeOf } from '@/lib/domain/messages/place';
import { messageKinds } from '@/lib/domain/messages/message';
import { addMs, day } from '@/lib/domain/time';
import { after, PureLibrary } from '../../support/pure-library';

/** One copy lent to a; b waits. */
function library(): PureLibrary {
  const made = new PureLibrary(1);
  made.borrow('a');
  made.placeHold('b');
  return made;
}
const at = after(7);
const week = addMs(at, 7 * day);
const loanOf = ({ circulation }: PureLibrary) => circulation.loans[0]?.id ?? '';
const holdOf = ({ circulation }: PureLibrary) => circulation.holds[0]?.id ?? '';
const saidOf = (change: LendingChange, made: PureLibrary) => messagesOf(change, made.circulation);

describe('what became of a loan', () => {
  const ended = (made: PureLibrary, end: LoanEnd, reason: string | null = null): LendingChange => ({ kind: 'loan-ended', at, loanId: loanOf(made), end, reason });

  test('that ended by time is told its member, for a week', () => {
    const made = library();
    expect(saidOf(ended(made, 'expired'), made)).toEqual([
      { kind: 'loan-ended', memberId: 'a', key: `loan-ended:${loanOf(made)}`, validUntil: week, facts: { loanId: loanOf(made), endedAt: at.toISOString() } },
    ]);
  });

  test('that was revoked is told with the reason', () => {
    const made = library();
    expect(saidOf(ended(made, 'revoked', 'berkas rusak'), made)).toEqual([
      { kind: 'loan-revoked', memberId: 'a', key: `loan-revoked:${loanOf(made)}`, validUntil: week, facts: { loanId: loanOf(made), endedAt: at.toISOString(), reason: 'berkas rusak' } },
    ]);
  });

  test('that was given back is known to who did it', () => {
    const made = library();
    expect(saidOf(ended(made, 'returned'), made)).toEqual([]);
  });
});

describe('what became of a hold', () => {
  const cancelled = (made: PureLibrary, reason: CancelReason, note?: string): LendingChange => ({ kind: 'hold-cancelled', at, holdId: holdOf(made), reason, ...(note === undefined ? {} : { note }) });

  test.each(['by-librarian', 'title-withdrawn', 'available-to-all', 'suspended-too-long'] as const)('that was cancelled (%s) is told with the reason, for a week', (reason) => {
    const made = library();
    const key = `hold-cancelled:${holdOf(made)}:${at.toISOString()}`;
    expect(saidOf(cancelled(made, reason), made)).toEqual([{ kind: 'hold-cancelled', memberId: 'b', key, validUntil: week, facts: { holdId: holdOf(made), endedAt: at.toISOString(), reason } }]);
  });

  test("a librarian's words go along", () => {
    const made = library();
    expect(saidOf(cancelled(made, 'by-librarian', 'salah judul'), made)[0]?.facts).toMatchObject({ reason: 'by-librarian', note: 'salah judul' });
  });

  test.each(['by-member', 'account-erased', 'earlier-hold-restored'] as const)('what its member did, or is told otherwise, is no news: %s', (reason) => {
    const made = library();
    expect(saidOf(cancelled(made, reason), made)).toEqual([]);
  });

  test.each([
    ['offer-missed', 'turn-missed'],
    ['hold-lapsed', 'hold-lapsed'],
  ] as const)('a turn that passed (%s) is told as %s', (kind, told) => {
    const made = library();
    expect(saidOf({ kind, at, holdId: holdOf(made) }, made)).toEqual([{ kind: told, memberId: 'b', key: `${told}:${holdOf(made)}:${at.toISOString()}`, validUntil: week, facts: { holdId: holdOf(made), endedAt: at.toISOString() } }]);
  });

  test('one that an outage had cost its place has it again, and is told; one that stays as it was is not', () => {
    const made = library();
    const told = [{ kind: 'hold-restored', memberId: 'b', validUntil: week }];
    const [holdId, outageId] = [holdOf(made), 'padam'];
    expect(saidOf({ kind: 'hold-restored', at, holdId, outageId }, made)).toMatchObject(told);
    expect(saidOf({ kind: 'miss-undone', at, holdId, outageId, resumes: true }, made)).toMatchObject(told);
    expect(saidOf({ kind: 'miss-undone', at, holdId, outageId, resumes: false }, made)).toEqual([]);
  });

  test('suspending, resuming, passing and moving are said by the page itself', () => {
    const made = library();
    const holdId = holdOf(made);
    const silent: LendingChange[] = [
      { kind: 'hold-suspended', at, holdId, until: null }, { kind: 'hold-resumed', at, holdId }, { kind: 'offer-passed', at, holdId, until: null }, { kind: 'offer-withdrawn', at, holdId },
      { kind: 'hold-moved', at, holdId, queueNumber: 0, note: 'ujian' }, { kind: 'turned-away', at, memberId: 'b', turnaway: 'hold-placed' },
    ];
    for (const change of silent) expect(saidOf(change, made)).toEqual([]);
  });

  test('a hold or loan that is not at hand is told nobody', () => {
    const made = library();
    expect(saidOf({ kind: 'hold-lapsed', at, holdId: 'lost' }, made)).toEqual([]);
    expect(saidOf({ kind: 'loan-ended', at, loanId: 'lost', end: 'expired', reason: null }, made)).toEqual([]);
  });

  test('a turn that was taken in the same instant is not announced', () => {
    const made = library();
    made.returnLoan('a');
    const offer = made.log.find((change) => change.kind === 'offer-made');
    if (offer === undefined) throw new Error('b has the turn');
    expect(saidOf(offer, made)).toMatchObject([{ kind: 'your-turn', memberId: 'b', validUntil: after(day) }]);
    made.borrow('b');
    expect(saidOf(offer, made)).toEqual([]);
  });
});

describe('the page on which a member can act upon a message', () => {
  test.each(['loan-ending', 'hold-cancelled', 'turn-missed', 'suspension-ending'] as const)('%s: the shelf', (kind) => expect(placeOf({ kind, titleId: 't' })).toBe('/shelf'));

  test('of everything else the title, where there is one', () => {
    const others = messageKinds.filter((kind) => !['loan-ending', 'hold-cancelled', 'turn-missed', 'suspension-ending'].includes(kind));
    expect(new Set(others.map((kind) => placeOf({ kind, titleId: 't' })))).toEqual(new Set(['/titles/t']));
    expect(new Set(messageKinds.map((kind) => placeOf({ kind, titleId: null })))).toEqual(new Set(['/shelf']));
  });
});
