import { describe, expect, test } from '@jest/globals';
import { messagesOf } from '@/lib/domain/messages/lending-messages';
import { day } from '@/lib/domain/time';
import { PureLibrary } from '../../support/pure-library';

const told = (library: PureLibrary) => library.log.flatMap((change) => messagesOf(change, library.circulation)).map(({ kind, memberId }) => `${kind} → ${memberId}`);

/** One copy lent to a; b and c wait. */
function library(): PureLibrary {
  const made = new PureLibrary(1);
  made.borrow('a');
  made.placeHold('b');
  made.placeHold('c');
  return made;
}

describe('who is told what', () => {
  test('"it is your turn" goes to the first only, never before a copy is set aside', () => {
    const made = library();
    expect(told(made)).toEqual([]);
    made.returnLoan('a');
    expect(told(made)).toEqual(['your-turn → b']);
  });

  test('a turn is valid until its window ends, and has a key of its own offer', () => {
    const made = library();
    made.returnLoan('a');
    const [message] = made.log.flatMap((change) => messagesOf(change, made.circulation));
    expect(message).toMatchObject({ validUntil: new Date(made.now.getTime() + day), facts: { readyUntil: new Date(made.now.getTime() + day).toISOString() } });
    expect(message?.key).toMatch(/^your-turn:/);
  });

  test('a loan that ended by time is told to its member; one given back is not', () => {
    const made = library();
    made.pass(3 * day);
    made.settle();
    expect(told(made)).toEqual(['loan-ended → a', 'your-turn → b']);
  });

  test('a window that passed is told, and the next gets the turn', () => {
    const made = library();
    made.returnLoan('a');
    made.pass(day);
    made.settle();
    expect(told(made)).toContain('turn-missed → b');
    expect(told(made)).toContain('your-turn → c');
  });

  test('everybody in the queue of a withdrawn title is told; who leaves a queue is not', () => {
    const made = library();
    made.cancelHold('c');
    made.withdraw();
    expect(told(made)).toEqual(['hold-cancelled → b']);
  });
});
