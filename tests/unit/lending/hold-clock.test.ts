import { describe, expect, test } from '@jest/globals';
import { isPassedOver, isSuspended } from '@/lib/domain/lending/hold';
import { settle } from '@/lib/domain/lending/settle';
import { addMs, day, hour } from '@/lib/domain/time';
import { after, PureLibrary } from '../../support/pure-library';

/** One copy, lent to a; so many wait. */
function queueOf(...members: string[]): PureLibrary {
  const library = new PureLibrary(1);
  library.borrow('a');
  for (const member of members) library.placeHold(member);
  return library;
}
const stateAt = (library: PureLibrary, at: Date) => settle(library.circulation, { now: at, freshId: () => 'fresh' }).after.holds[0];
/** The instant before, and the instant itself. */
const around = (at: Date) => [addMs(at, -1), at] as const;

describe('what the clock decides about a hold is decided at one instant, to the millisecond', () => {
  test('a suspension until a date holds until then, and no longer', () => {
    const library = queueOf('b');
    library.suspendHold('b', after(5 * day));
    const [before, at] = around(after(5 * day));
    expect([stateAt(library, before)?.suspension, stateAt(library, at)?.suspension]).toEqual([{ at: after(0), until: after(5 * day) }, null]);
    const hold = library.circulation.holds[0];
    if (hold === undefined) throw new Error('b waits');
    expect([isSuspended(hold, before), isSuspended(hold, at)]).toEqual([true, false]);
    expect([isPassedOver(hold, before), isPassedOver(hold, at)]).toEqual([true, false]);
  });

  test('who resumed by the clock is offered the copy that lies there, in the same settling', () => {
    const library = queueOf('b');
    library.suspendHold('b', after(5 * day));
    library.returnLoan('a');
    expect(stateAt(library, after(5 * day - 1))?.state).toBe('waiting');
    expect(stateAt(library, after(5 * day))?.state).toBe('ready');
  });

  test('a turn is there until the last millisecond of its window', () => {
    const library = queueOf('b');
    library.returnLoan('a');
    const [before, at] = around(after(day));
    expect([stateAt(library, before)?.state, stateAt(library, at)?.state]).toEqual(['ready', 'waiting']);
    expect(stateAt(library, at)?.missedCount).toBe(1);
  });

  test('a place is kept for 365 days of suspension, and no longer', () => {
    const library = queueOf('b');
    library.suspendHold('b');
    const [before, at] = around(after(365 * day));
    expect([stateAt(library, before)?.state, stateAt(library, at)?.state]).toEqual(['waiting', 'cancelled']);
  });

  test('changing the date does not begin the year anew', () => {
    const library = queueOf('b');
    library.suspendHold('b', after(10 * day));
    library.pass(5 * day);
    library.suspendHold('b', null);
    const [before, at] = around(after(365 * day));
    expect([stateAt(library, before)?.state, stateAt(library, at)?.state]).toEqual(['waiting', 'cancelled']);
  });

  test('the year begins anew for who resumed in between', () => {
    const library = queueOf('b', 'c');
    library.suspendHold('b');
    library.pass(day);
    library.resumeHold('b');
    library.pass(day);
    library.suspendHold('b');
    expect(library.holdOf('b')?.suspension).toEqual({ at: after(2 * day), until: null });
  });

  test('a turn that was withdrawn by a block is no miss, also when the window would have passed since', () => {
    const library = queueOf('b');
    library.returnLoan('a');
    library.pass(hour);
    library.setStanding('b', { blockedAt: library.now, blockedUntil: null, validUntil: null });
    const found = stateAt(library, after(9 * day));
    expect(found).toMatchObject({ state: 'waiting', missedCount: 0, suspension: null });
  });

  test('a window that passed before the block was missed', () => {
    const library = queueOf('b');
    library.returnLoan('a');
    library.setStanding('b', { blockedAt: after(day), blockedUntil: null, validUntil: null });
    expect(stateAt(library, after(9 * day))).toMatchObject({ state: 'waiting', missedCount: 1, suspension: { at: after(day), until: null } });
  });

  test('who is blocked keeps the place while the others are served', () => {
    const library = queueOf('b', 'c');
    library.block('b', after(2 * day));
    library.returnLoan('a');
    expect(library.circulation.holds.map(({ state, queueNumber }) => [state, queueNumber])).toEqual([['waiting', 1], ['ready', 2]]);
  });
});

describe('which dates can be chosen', () => {
  const answerTo = (until: Date) => queueOf('b').suspendHold('b', until);

  test('from the next instant on', () => {
    expect(answerTo(after(0))).toMatchObject({ ok: false, refusal: { code: 'suspension-out-of-range', after: after(0), before: after(365 * day) } });
    expect(answerTo(after(1))).toMatchObject({ ok: true });
  });

  test('up to the instant before the year is over', () => {
    expect(answerTo(after(365 * day))).toMatchObject({ ok: false, refusal: { code: 'suspension-out-of-range' } });
    expect(answerTo(after(365 * day - 1))).toMatchObject({ ok: true });
  });

  test('the year of a hold that is suspended already is the one that runs', () => {
    const library = queueOf('b');
    library.suspendHold('b');
    library.pass(100 * day);
    expect(library.suspendHold('b', after(400 * day))).toMatchObject({ refusal: { code: 'suspension-out-of-range', before: after(365 * day) } });
    expect(library.suspendHold('b', after(364 * day))).toMatchObject({ ok: true, value: { suspension: { at: after(0), until: after(364 * day) } } });
  });

  test('putting off a running offer keeps the chosen date', () => {
    const library = queueOf('b', 'c');
    library.returnLoan('a');
    library.suspendHold('b', after(3 * day));
    expect(library.holdOf('b')).toMatchObject({ state: 'waiting', missedCount: 0, suspension: { at: after(0), until: after(3 * day) } });
    expect(library.holdOf('c')?.state).toBe('ready');
  });
});

describe('saying the same again changes nothing', () => {
  test.each(['suspendHold', 'resumeHold', 'passOffer'] as const)('%s', (act) => {
    const library = queueOf('b', 'c');
    library.returnLoan('a');
    if (act === 'resumeHold') library.passOffer('b');
    library[act]('b');
    const [length, standing] = [library.log.length, library.holdOf('b')];
    expect(library[act]('b')).toEqual({ ok: true, value: standing });
    expect(library.log).toHaveLength(length);
  });
});
