import { describe, expect, test } from '@jest/globals';
import { linearize, type Recorded } from '../../support/linearizability/linearize';
import { titleModel, type Answer, type Facts, type Op } from '../../support/linearizability/title-model';

// One title, one copy; loans of two seconds, a second to pick up. The clock starts at 10 000.
const model = titleModel({ copies: 1, loanPeriodMs: 2000, pickupWindowMs: 1000, startedAt: 10_000 });
type Call = Recorded<Op, Answer>;
const at = (now: number, client: string, op: Op, facts: Facts): Call => ({ client, op, answer: { status: 'granted', now, facts }, invokedAt: now - 5, respondedAt: now + 5 });
const refusal = (now: number, client: string, op: Op, code: string, facts: Facts = {}): Call => ({ client, op, answer: { status: 'refused', code, facts }, invokedAt: now - 5, respondedAt: now + 5 });
const ceil = (ms: number) => Math.ceil(ms / 1000) * 1000;
const loan = (id: string, borrowedAt: number, more: Facts = {}): Facts => ({ id, state: 'active', borrowedAt, dueAt: ceil(borrowedAt + 2000), endedAt: null, renewals: 0, ...more });
const hold = (id: string, more: Facts): Facts => ({ id, state: 'waiting', position: 1, readyUntil: null, suspendedAt: null, suspendedUntil: null, ...more });
const borrow = (memberId: string): Op => ({ act: 'borrow', memberId });
const look = (memberId: string): Op => ({ act: 'look', memberId });
const seen = (more: Facts): Facts => ({ available: 0, total: 1, waiting: 0, loan: null, dueAt: null, hold: null, state: null, position: null, suspendedAt: null, suspendedUntil: null, ...more });
const own = (act: 'resumeHold' | 'passOffer' | 'cancelHold', memberId: string, holdId: string): Op => ({ act, memberId, holdId });
const suspend = (memberId: string, holdId: string, until: number | null = null): Op => ({ act: 'suspendHold', memberId, holdId, until });
const kind = (...history: Call[]) => linearize(history, model).kind;

/** a has the copy until 13 000; b and c wait. */
const queued = [
  at(10_100, 'a', borrow('a'), loan('l1', 10_100)),
  at(10_200, 'b', { act: 'placeHold', memberId: 'b' }, hold('hb', { position: 1 })),
  at(10_300, 'c', { act: 'placeHold', memberId: 'c' }, hold('hc', { position: 2 })),
];
const returned = at(10_500, 'a', { act: 'returnLoan', memberId: 'a', loanId: 'l1' }, loan('l1', 10_100, { state: 'returned', endedAt: 10_500 }));
const offered = (holdId: string, more: Facts = {}) => seen({ waiting: 1, hold: holdId, state: 'ready', ...more });

describe('a turn that nobody took', () => {
  const sweep = (invokedAt: number, respondedAt: number): Call => ({ client: 'clock', op: { act: 'sweep' }, answer: { status: 'granted', now: null, facts: {} }, invokedAt, respondedAt });
  const passedOn = at(12_300, 'c', look('c'), offered('hc', { waiting: 0 }));

  test('goes on to the next when the clockwork comes by, whichever title it was sent for', () => {
    expect(kind(...queued, returned, sweep(12_050, 12_200), passedOn)).toBe('linearizable');
    expect(kind(...queued, returned, sweep(11_800, 12_400), passedOn)).toBe('linearizable');
  });

  test('a violation: it went on, and nothing that happened can have done it', () => {
    expect(kind(...queued, returned, passedOn)).toBe('violation');
    expect(kind(...queued, returned, sweep(11_000, 11_900), passedOn)).toBe('violation');
    expect(kind(...queued, returned, sweep(12_400, 12_500), passedOn)).toBe('violation');
  });
});

describe('suspending and resuming, over HTTP', () => {
  const suspended = at(10_400, 'b', suspend('b', 'hb'), hold('hb', { suspendedAt: 10_400 }));

  test('who put the hold off is passed over: the copy goes to the next', () => {
    expect(kind(...queued, suspended, returned, at(10_600, 'c', look('c'), offered('hc', { waiting: 0 })))).toBe('linearizable');
    expect(kind(...queued, suspended, returned, at(10_600, 'c', borrow('c'), loan('l2', 10_600)))).toBe('linearizable');
  });

  test('a violation: a copy offered to who put the hold off', () => {
    expect(kind(...queued, suspended, returned, at(10_600, 'b', look('b'), offered('hb')))).toBe('violation');
    expect(kind(...queued, suspended, returned, at(10_600, 'b', borrow('b'), loan('l2', 10_600)))).toBe('violation');
  });

  test('a violation: who resumes takes the offer that runs', () => {
    const resumed = at(10_600, 'b', own('resumeHold', 'b', 'hb'), hold('hb', { position: 1 }));
    expect(kind(...queued, suspended, returned, resumed, at(10_700, 'c', borrow('c'), loan('l2', 10_700)))).toBe('linearizable');
    expect(kind(...queued, suspended, returned, resumed, at(10_700, 'b', borrow('b'), loan('l2', 10_700)))).toBe('violation');
    expect(kind(...queued, suspended, returned, at(10_600, 'b', own('resumeHold', 'b', 'hb'), hold('hb', { state: 'ready', position: null, readyUntil: 12_000 })))).toBe('violation');
  });

  test('a violation: who resumes has lost the place', () => {
    expect(kind(...queued, suspended, at(10_450, 'b', own('resumeHold', 'b', 'hb'), hold('hb', { position: 1 })))).toBe('linearizable');
    expect(kind(...queued, suspended, at(10_450, 'b', own('resumeHold', 'b', 'hb'), hold('hb', { position: 2 })))).toBe('violation');
  });

  test('until an instant: back in line from then on, not before', () => {
    const until = at(10_400, 'b', suspend('b', 'hb', 12_000), hold('hb', { suspendedAt: 10_400, suspendedUntil: 12_000 }));
    const waitingAs = (facts: Facts) => seen({ hold: 'hb', state: 'waiting', ...facts });
    expect(kind(...queued, until, at(11_999, 'b', look('b'), waitingAs({ waiting: 1, position: 1, suspendedAt: 10_400, suspendedUntil: 12_000 })))).toBe('linearizable');
    expect(kind(...queued, until, at(12_000, 'b', look('b'), waitingAs({ waiting: 2, position: 1 })))).toBe('linearizable');
    expect(kind(...queued, until, at(11_999, 'b', look('b'), waitingAs({ waiting: 2, position: 1 })))).toBe('violation');
    expect(kind(...queued, until, at(12_000, 'b', look('b'), waitingAs({ waiting: 1, position: 1, suspendedAt: 10_400, suspendedUntil: 12_000 })))).toBe('violation');
  });

  test('an instant that has come is refused, before it is not', () => {
    const refused = refusal(10_400, 'b', suspend('b', 'hb', 10_000), 'suspension-out-of-range');
    expect(kind(...queued, refused)).toBe('linearizable');
    expect(kind(...queued, refusal(10_400, 'b', suspend('b', 'hb', 20_000), 'suspension-out-of-range'))).toBe('violation');
  });
});

describe('passing, over HTTP', () => {
  const passed = at(10_600, 'b', own('passOffer', 'b', 'hb'), hold('hb', { suspendedAt: 10_600 }));

  test('the copy goes to the next at once, and the place is kept', () => {
    expect(kind(...queued, returned, passed, at(10_700, 'c', borrow('c'), loan('l2', 10_700)))).toBe('linearizable');
  });

  test('a violation: who passed takes the copy all the same', () => {
    expect(kind(...queued, returned, passed, at(10_700, 'b', borrow('b'), loan('l2', 10_700)))).toBe('violation');
  });

  test('a violation: passing costs the place, or the hold', () => {
    expect(kind(...queued, returned, at(10_600, 'b', own('passOffer', 'b', 'hb'), hold('hb', { position: 2, suspendedAt: 10_600 })))).toBe('violation');
    expect(kind(...queued, returned, at(10_600, 'b', own('passOffer', 'b', 'hb'), hold('hb', { state: 'lapsed', position: null })))).toBe('violation');
  });

  test('a violation: something is passed where nothing was offered', () => {
    expect(kind(...queued, refusal(10_400, 'b', own('passOffer', 'b', 'hb'), 'no-offer'))).toBe('linearizable');
    expect(kind(...queued, at(10_400, 'b', own('passOffer', 'b', 'hb'), hold('hb', { suspendedAt: 10_400 })))).toBe('violation');
  });
});

describe("a librarian's acts, over HTTP", () => {
  const revoked = at(10_400, 'desk', { act: 'revokeLoan', loanId: 'l1' }, loan('l1', 10_100, { state: 'revoked', endedAt: 10_400 }));
  const counted = (count: number, now = 10_400): Call => ({ ...at(now, 'desk', { act: 'changeCopies', count }, {}), answer: { status: 'granted', now: null, facts: {} } });

  test('a loan that is revoked ends at once, and its copy goes to the queue', () => {
    expect(kind(...queued, revoked, at(10_500, 'b', borrow('b'), loan('l2', 10_500)))).toBe('linearizable');
  });

  test('a violation: a loan goes on after it was revoked, or ends twice', () => {
    expect(kind(...queued, revoked, at(10_500, 'a', borrow('a'), loan('l1', 10_100)))).toBe('violation');
    expect(kind(...queued, revoked, at(10_500, 'a', { act: 'returnLoan', memberId: 'a', loanId: 'l1' }, loan('l1', 10_100, { state: 'revoked', endedAt: 10_400 })))).toBe('linearizable');
    expect(kind(...queued, revoked, at(10_500, 'a', { act: 'returnLoan', memberId: 'a', loanId: 'l1' }, loan('l1', 10_100, { state: 'returned', endedAt: 10_500 })))).toBe('violation');
  });

  test('one more copy serves the queue at once, and no walk-in before it', () => {
    expect(kind(...queued, counted(2), at(10_500, 'b', borrow('b'), loan('l2', 10_500)))).toBe('linearizable');
    expect(kind(...queued, counted(2), at(10_500, 'd', borrow('d'), loan('l2', 10_500)))).toBe('violation');
    expect(kind(...queued, counted(4), at(10_500, 'd', borrow('d'), loan('l2', 10_500)))).toBe('linearizable');
  });

  test('a violation: copies that were never bought', () => {
    expect(kind(...queued, counted(2), at(10_500, 'a', look('a'), seen({ total: 3, waiting: 1, loan: 'l1', dueAt: 13_000 })))).toBe('violation');
    expect(kind(...queued, counted(2), at(10_500, 'a', look('a'), seen({ total: 2, waiting: 1, loan: 'l1', dueAt: 13_000 })))).toBe('linearizable');
  });

  test('a copy that is taken away while it is lent goes when it comes home, and breaks no loan', () => {
    const home = at(10_500, 'a', { act: 'returnLoan', memberId: 'a', loanId: 'l1' }, loan('l1', 10_100, { state: 'returned', endedAt: 10_500 }));
    expect(kind(...queued, counted(0), at(10_450, 'a', borrow('a'), loan('l1', 10_100)), home, refusal(10_600, 'b', borrow('b'), 'licence-ended'))).toBe('linearizable');
    expect(kind(...queued, counted(0), at(10_450, 'a', look('a'), seen({ total: 0, waiting: 2 })))).toBe('violation');
    expect(kind(...queued, counted(0), home, at(10_600, 'b', borrow('b'), loan('l2', 10_600)))).toBe('violation');
  });

  test('of two copies that come home at the same second either may be the one that leaves', () => {
    const both = [counted(2, 10_020), at(10_100, 'a', borrow('a'), loan('l1', 10_100)), at(10_200, 'b', borrow('b'), loan('l2', 10_200)), counted(1, 10_300)];
    const back = (who: string, loanId: string, borrowedAt: number) => at(10_400, who, { act: 'returnLoan', memberId: who, loanId }, loan(loanId, borrowedAt, { state: 'returned', endedAt: 10_400 }));
    const [first, second] = [back('a', 'l1', 10_100), back('b', 'l2', 10_200)];
    const next = at(10_500, 'c', borrow('c'), loan('l3', 10_500));
    expect([kind(...both, first, next), kind(...both, second, next)]).toEqual(['linearizable', 'linearizable']);
    expect(kind(...both, first, refusal(10_500, 'c', borrow('c'), 'no-copy-available', { holdsAhead: 0 }))).toBe('linearizable');
    // but not both of them may be lent again
    expect(kind(...both, first, next, { ...second, invokedAt: 10_505, respondedAt: 10_560, answer: { status: 'granted', now: 10_550, facts: loan('l2', 10_200, { state: 'returned', endedAt: 10_550 }) } }, at(10_600, 'd', borrow('d'), loan('l4', 10_600)))).toBe('violation');
  });
});
