import { describe, expect, test } from '@jest/globals';
import { linearize, type Model, type Recorded } from '../../support/linearizability/linearize';
import { titleModel, type Answer, type Facts, type Op } from '../../support/linearizability/title-model';

// A register that is written and read: the textbook's example.
type Register = { readonly write: number } | 'read';
const register: Model<number, Register, number | null> = {
  initial: 0,
  next: (value, { op, answer }) => (op === 'read' ? (answer === value ? [value] : []) : [op.write]),
  key: String,
};
const call = <O, A>(client: string, op: O, answer: A, invokedAt: number, respondedAt: number): Recorded<O, A> => ({ client, op, answer, invokedAt, respondedAt });
const verdict = (...history: Recorded<Register, number | null>[]) => linearize(history, register).kind;

describe('a history is linearizable when one order explains it', () => {
  test('calls that overlap may have happened in either order', () => {
    expect(verdict(call('a', { write: 1 }, null, 0, 10), call('b', 'read', 0, 5, 8))).toBe('linearizable');
    expect(verdict(call('a', { write: 1 }, null, 0, 10), call('b', 'read', 1, 5, 8))).toBe('linearizable');
  });

  test('what was answered before a call was made happened before it', () => {
    expect(verdict(call('a', { write: 1 }, null, 0, 4), call('b', 'read', 0, 5, 8))).toBe('violation');
  });

  test('a value once seen is not unseen', () => {
    expect(verdict(call('a', { write: 1 }, null, 0, 20), call('b', 'read', 1, 1, 5), call('c', 'read', 0, 6, 9))).toBe('violation');
  });

  test('calls are tried in every order that their spans allow, the third first if need be', () => {
    expect(verdict(call('a', { write: 1 }, null, 0, 10), call('b', { write: 2 }, null, 0, 11), call('c', { write: 3 }, null, 0, 12), call('d', 'read', 1, 13, 14))).toBe('linearizable');
    expect(verdict(call('a', { write: 1 }, null, 0, 3), call('b', { write: 2 }, null, 4, 11), call('c', { write: 3 }, null, 4, 12), call('d', 'read', 1, 13, 14))).toBe('violation');
  });

  test('a search that would be too long says so', () => {
    const many = Array.from({ length: 12 }, (_, at) => call(String(at), { write: at } as Register, null, 0, 100));
    expect(linearize([...many, call('z', 'read' as Register, 99, 200, 201)], register, { statesAtMost: 50 }).kind).toBe('undecided');
  });
});

// One title, one copy; loans of two seconds. The clock starts at 10 000.
const model = titleModel({ copies: 1, loanPeriodMs: 2000, pickupWindowMs: 1000, startedAt: 10_000 });
const asked = (client: string, act: 'borrow' | 'placeHold' | 'look', answer: Answer, invokedAt: number, respondedAt = invokedAt + 10): Recorded<Op, Answer> => call(client, { act, memberId: client }, answer, invokedAt, respondedAt);
const loan = (id: string, now: number, facts: Facts = {}): Answer => ({ status: 'granted', now, facts: { id, state: 'active', borrowedAt: now, dueAt: Math.ceil((now + 2000) / 1000) * 1000, endedAt: null, renewals: 0, ...facts } });
const notSuspended = { suspendedAt: null, suspendedUntil: null };
const placed = (id: string, now: number, position: number): Answer => ({ status: 'granted', now, facts: { id, state: 'waiting', position, readyUntil: null, ...notSuspended } });
const refusedTo = (holdsAhead: number): Answer => ({ status: 'refused', code: 'no-copy-available', facts: { holdsAhead } });
const returned = (client: string, loanId: string, now: number, facts: Facts): Recorded<Op, Answer> =>
  call(client, { act: 'returnLoan', memberId: client, loanId } as Op, { status: 'granted', now, facts: { id: loanId, state: 'returned', endedAt: now, renewals: 0, ...facts } } as Answer, now, now);
const lending = (...history: Recorded<Op, Answer>[]) => linearize(history, model).kind;

describe('a title that is lent rightly', () => {
  test('one copy goes to one of two who ask at once, the other is refused', () => {
    expect(lending(asked('a', 'borrow', loan('l1', 10_105), 10_100), asked('b', 'borrow', refusedTo(0), 10_100))).toBe('linearizable');
  });

  test('the loan ends by the clock: the next may borrow at that very instant', () => {
    expect(lending(asked('a', 'borrow', loan('l1', 10_105), 10_100), asked('b', 'borrow', loan('l2', 13_000), 12_995))).toBe('linearizable');
  });

  test('borrowing twice answers with the first loan', () => {
    expect(lending(asked('a', 'borrow', loan('l1', 10_105), 10_100), asked('a', 'borrow', loan('l1', 10_205, { borrowedAt: 10_105, dueAt: 13_000 }), 10_200))).toBe('linearizable');
  });

  test('an offer that a sweep made lapses by the clock of the sweep', () => {
    const history = [asked('a', 'borrow', loan('l1', 10_105), 10_100), asked('b', 'placeHold', placed('h1', 10_205, 1), 10_200), call<Op, Answer>('clock', { act: 'sweep' }, { status: 'granted', now: null, facts: {} }, 13_010, 13_030)];
    const seen = (now: number, facts: Facts): Answer => ({ status: 'granted', now, facts: { available: 0, total: 1, waiting: 0, loan: null, dueAt: null, hold: 'h1', state: 'ready', position: null, ...notSuspended, ...facts } });
    expect(lending(...history, asked('b', 'look', seen(13_905, {}), 13_900))).toBe('linearizable');
  });
});

test('a call that was left without an answer may have happened or not', () => {
  const inTheDark = call<Op, Answer>('a', { act: 'borrow', memberId: 'a' }, { status: 'unknown', facts: {} }, 10_100, 10_110);
  expect(lending(inTheDark, asked('b', 'borrow', loan('l2', 10_205), 10_200))).toBe('linearizable');
  expect(lending(inTheDark, asked('b', 'borrow', refusedTo(0), 10_200))).toBe('linearizable');
  expect(lending(asked('b', 'borrow', refusedTo(0), 10_200))).toBe('violation');
});

describe('the checker sees a planted violation:', () => {
  test('one copy lent to two members at once', () => {
    expect(lending(asked('a', 'borrow', loan('l1', 10_105), 10_100), asked('b', 'borrow', loan('l2', 10_107), 10_100))).toBe('violation');
  });

  test('a copy lent again a millisecond before the loan ends', () => {
    expect(lending(asked('a', 'borrow', loan('l1', 10_105), 10_100), asked('b', 'borrow', loan('l2', 12_999), 12_995))).toBe('violation');
  });

  test('a refusal while the copy was free', () => {
    const [first, back] = [asked('a', 'borrow', loan('l1', 10_105), 10_100), returned('a', 'l1', 10_200, { borrowedAt: 10_105, dueAt: 13_000 })];
    expect(lending(first, back, asked('b', 'borrow', refusedTo(0), 10_150, 10_300))).toBe('linearizable');
    expect(lending(first, back, asked('b', 'borrow', refusedTo(0), 10_250))).toBe('violation');
  });

  test('a walk-in who takes the copy that the queue is owed', () => {
    const history = [asked('a', 'borrow', loan('l1', 10_105), 10_100), asked('b', 'placeHold', placed('h1', 10_205, 1), 10_200), returned('a', 'l1', 10_300, { borrowedAt: 10_105, dueAt: 13_000 })];
    expect(lending(...history, asked('b', 'borrow', loan('l2', 10_405), 10_400))).toBe('linearizable');
    expect(lending(...history, asked('c', 'borrow', loan('l2', 10_405), 10_400))).toBe('violation');
  });

  test('two members who are told the same place in the queue', () => {
    const first = asked('a', 'borrow', loan('l1', 10_105), 10_100);
    expect(lending(first, asked('b', 'placeHold', placed('h1', 10_205, 1), 10_200), asked('c', 'placeHold', placed('h2', 10_207, 2), 10_200))).toBe('linearizable');
    expect(lending(first, asked('b', 'placeHold', placed('h1', 10_205, 1), 10_200), asked('c', 'placeHold', placed('h2', 10_207, 1), 10_200))).toBe('violation');
  });

  test('a loan that was acknowledged and is not there when the member looks', () => {
    const nothing: Answer = { status: 'granted', now: 10_205, facts: { available: 1, total: 1, waiting: 0, loan: null, dueAt: null, hold: null, state: null, position: null, ...notSuspended } };
    expect(lending(asked('a', 'borrow', loan('l1', 10_105), 10_100), asked('a', 'look', nothing, 10_200))).toBe('violation');
  });

  test('an answer that tells another instant than one between question and answer', () => {
    expect(lending(asked('a', 'borrow', loan('l1', 10_050), 10_100))).toBe('violation');
  });

  test('a loan returned that goes on running', () => {
    expect(lending(asked('a', 'borrow', loan('l1', 10_105), 10_100), returned('a', 'l1', 10_200, { borrowedAt: 10_105, dueAt: 13_000 }), asked('a', 'borrow', loan('l1', 10_305, { borrowedAt: 10_105, dueAt: 13_000 }), 10_300))).toBe('violation');
  });
});
