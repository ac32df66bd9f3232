import { describe, expect, test } from '@jest/globals';
import { hour } from '@/lib/domain/time';
import { PureLibrary } from '../../support/pure-library';

/** Three copies, lent at hour 0, 1 and not at all. */
function library(): PureLibrary {
  const made = new PureLibrary(3);
  made.borrow('early');
  made.pass(hour);
  made.borrow('late');
  return made;
}
const stock = ({ circulation }: PureLibrary) => circulation.copies.map((copy) => (copy.retiredAt !== null ? 'retired' : copy.retiringAt !== null ? 'retiring' : 'usable'));

describe('lowering the copy count breaks no running loan or offer (rule 7)', () => {
  test('free copies retire first, at once', () => {
    const made = library();
    made.changeCopies(2);
    expect(stock(made)).toEqual(['usable', 'usable', 'retired']);
  });

  test('then those that come home first; they leave when they do', () => {
    const made = library();
    made.changeCopies(1);
    expect(stock(made)).toEqual(['retiring', 'usable', 'retired']);
    expect(made.circulation.loans.every((loan) => loan.state === 'active')).toBe(true);
    made.pass(71 * hour);
    made.settle();
    expect(stock(made)).toEqual(['retired', 'usable', 'retired']);
    expect(made.circulation.copies[0]?.retiredAt).toEqual(made.now);
  });

  test('a retired copy left at the true time, also when nobody looked for days', () => {
    const made = library();
    made.changeCopies(1);
    made.pass(300 * hour);
    made.settle();
    expect(made.circulation.copies[0]?.retiredAt).toEqual(made.circulation.loans[0]?.dueAt);
  });

  test('raising revives retiring ones before it adds new ones', () => {
    const made = library();
    made.changeCopies(0);
    expect(stock(made)).toEqual(['retiring', 'retiring', 'retired']);
    made.changeCopies(3);
    expect(stock(made)).toEqual(['usable', 'usable', 'retired', 'usable']);
  });

  test('a copy added goes to the queue at once, never past it to a walk-in', () => {
    const made = new PureLibrary(1);
    made.borrow('a');
    made.placeHold('b');
    made.changeCopies(2);
    expect(made.circulation.holds[0]?.state).toBe('ready');
    expect(made.borrow('walk-in')).toMatchObject({ ok: false, refusal: { code: 'no-copy-available' } });
  });

  test('an offer on a retiring copy is still taken, and the copy leaves afterwards', () => {
    const made = new PureLibrary(1);
    made.borrow('a');
    made.placeHold('b');
    made.returnLoan('a');
    made.changeCopies(0);
    expect(made.borrow('b').ok).toBe(true);
    made.returnLoan('b');
    expect(stock(made)).toEqual(['retired']);
  });
});
