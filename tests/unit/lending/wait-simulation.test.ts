import { describe, expect, test } from '@jest/globals';
import { addMs, day, hour } from '@/lib/domain/time';
import { start } from '../../support/pure-library';
import { Random } from '../../support/random';
import { playMonths, type Habits, type Told } from '../../support/simulated-library';

// Five months of a library, of which the first is for getting to know its members. Demand is about what the copies can serve.
const libraries: Readonly<Record<string, { habits: Habits; asked: number }>> = {
  'where most return early': { asked: 0.45, habits: { returnsEarly: 0.6, renews: 0.2, passes: 0.05, misses: 0.1, comesBack: 0.7, suspends: 0.05, leaves: 0.08, picksUpWithinMs: 12 * hour } },
  'where books are kept to the end and a quarter of the turns are missed': { asked: 0.34, habits: { returnsEarly: 0.15, renews: 0.3, passes: 0.02, misses: 0.25, comesBack: 0.5, suspends: 0.05, leaves: 0.15, picksUpWithinMs: day } },
};
const shelvesAt = (asked: number) => [
  { copies: 1, askedADay: asked },
  { copies: 2, askedADay: 2.1 * asked },
  { copies: 3, askedADay: 3.1 * asked },
  { copies: 5, askedADay: 5.1 * asked },
  { copies: 5, askedADay: 1.1 * asked, loanPeriod: 'P14D' },
];

describe.each(Object.entries(libraries))('expected wait (rule 11) in a library %s, held against what then happened', (_, { habits, asked }) => {
  const told = playMonths({ days: 150, shelves: shelvesAt(asked), habits, random: new Random(20261122) }).filter(({ placedAt }) => placedAt > addMs(start, 30 * day));
  const firsts = told.filter(({ position }) => position === 1);

  test('hundreds were told a range that makes sense: from now on, expected never after latest', () => {
    expect(told.length).toBeGreaterThan(300);
    expect(firsts.length).toBeGreaterThan(40);
    for (const { expectedMs, latestMs } of told) {
      expect(Number.isInteger(expectedMs) && expectedMs >= 0).toBe(true);
      expect(expectedMs).toBeLessThanOrEqual(latestMs);
    }
  });

  test('nobody waits longer than the latest that was said, unless somebody ahead who had put the hold off resumed', () => {
    // each turn ends on a whole second, rounded up: that much may be added for each of those ahead
    const tooLong = told.filter(({ overtaken, waitedMs, latestMs, position }) => !overtaken && waitedMs > latestMs + position * 2000);
    expect(tooLong).toEqual([]);
    expect(shareOf(told, isLaterThanSaid)).toBeLessThan(0.08);
    expect(shareOf(firsts, isLaterThanSaid)).toBeLessThan(0.1);
  });

  test('expected is neither hopeful nor gloomy: over all, people wait about as long as they were told', () => {
    expect(ratioOf(told)).toBeGreaterThan(0.75);
    expect(ratioOf(told)).toBeLessThan(1.1);
    expect(Math.abs(median(told.map(errorHours)))).toBeLessThan(0.2 * median(told.map(({ waitedMs }) => waitedMs / hour)));
  });

  test('the first in line is not promised what does not come: one half waits longer than expected, the other shorter', () => {
    expect(Math.abs(median(firsts.map(errorHours)))).toBeLessThan(3);
    expect(ratioOf(firsts)).toBeLessThan(1.15);
    expect(shareOf(firsts, ({ waitedMs, expectedMs }) => waitedMs > expectedMs)).toBeLessThan(0.8);
  });

  test("a title with a period of its own is reckoned by that period, at the library's pace", () => {
    const long = told.filter(({ shelf }) => shelf.loanPeriod !== undefined);
    expect(long.length).toBeGreaterThan(15);
    expect(ratioOf(long)).toBeGreaterThan(0.6);
    expect(ratioOf(long)).toBeLessThan(1.4);
  });

  test('half of them wait within a day and a half of what was expected, which is nearer than the latest', () => {
    const [off, offOfLatest] = [median(told.map((one) => Math.abs(errorHours(one)))), median(told.map(({ waitedMs, latestMs }) => Math.abs(waitedMs - latestMs) / hour))];
    expect(off).toBeLessThan(36);
    expect(off).toBeLessThan(offOfLatest);
  });
});

const errorHours = ({ waitedMs, expectedMs }: Told) => (waitedMs - expectedMs) / hour;
const isLaterThanSaid = ({ waitedMs, latestMs }: Told) => waitedMs > latestMs;

/** Waited over expected, each summed: 1 is right, more is too hopeful. */
function ratioOf(told: readonly Told[]): number {
  return told.reduce((sum, one) => sum + one.waitedMs, 0) / told.reduce((sum, one) => sum + one.expectedMs, 0);
}

function shareOf(told: readonly Told[], isSo: (one: Told) => boolean): number {
  return told.filter(isSo).length / told.length;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
}
