import { describe, expect, test } from '@jest/globals';
import { creditOutage, outageBetween } from '@/lib/domain/lending/outage';
import { day, hour, minute } from '@/lib/domain/time';
import { after, PureLibrary } from '../../support/pure-library';

/** An offer that runs from hour 0 to hour 24. */
function offered(): PureLibrary {
  const library = new PureLibrary(1);
  library.borrow('a');
  library.placeHold('b');
  library.returnLoan('a');
  return library;
}
const extendedTo = (fromMs: number, untilMs: number) =>
  creditOutage(offered().circulation, { id: 'o', from: after(fromMs), until: after(untilMs) }, after(untilMs)).changes.map((change) => (change.kind === 'offer-extended' ? change.readyUntil : null));

describe("an outage burns nobody's turn (rule 4)", () => {
  test('a silence of five minutes is none, a longer one is', () => {
    expect(outageBetween(after(0), after(5 * minute))).toBeNull();
    expect(outageBetween(after(0), after(5 * minute + 1))).toEqual({ from: after(0), until: after(5 * minute + 1) });
  });

  test('an outage in the middle of the window is added to it', () => {
    expect(extendedTo(2 * hour, 5 * hour)).toEqual([after(day + 3 * hour)]);
  });

  test('what was left when it began is left when it ends, also when the window would have passed meanwhile', () => {
    expect(extendedTo(20 * hour, 100 * hour)).toEqual([after(104 * hour)]);
  });

  test('only the time since the offer was made counts', () => {
    expect(extendedTo(-10 * hour, 1 * hour)).toEqual([after(day + hour)]);
  });

  test('an offer that had ended before, or began after, gets nothing', () => {
    expect(extendedTo(day, 2 * day)).toEqual([]);
    expect(extendedTo(-5 * hour, 0)).toEqual([]);
  });
});
