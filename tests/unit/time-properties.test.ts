import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { durationMs, isoDuration, knownDurationMs } from '@/lib/domain/duration';
import { dayPlus, instantOfWallClock, libraryDayOf, startOfLibraryDay } from '@/lib/domain/library-time';
import { lengthOf, durationOf, lengthUnits } from '@/lib/domain/policy/length';
import { reviveInstant } from '@/lib/domain/revive-instant';
import { addMs, day, earlier, hour, later, minute, overlapMs, roundUpToSecond, type Span } from '@/lib/domain/time';

const anInstant = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
const aSpan: fc.Arbitrary<Span> = fc.tuple(anInstant, fc.integer({ min: 0, max: 90 * day })).map(([from, ms]) => ({ from, until: addMs(from, ms) }));

const isWithin = ({ from, until }: Span, at: Date) => from <= at && at < until;

describe('spans', () => {
  test('share as much as the other way round, and never more than the shorter one has', () =>
    fc.assert(
      fc.property(aSpan, aSpan, (a, b) => {
        const shared = overlapMs(a, b);
        expect(shared).toBe(overlapMs(b, a));
        expect(shared).toBeLessThanOrEqual(Math.min(a.until.getTime() - a.from.getTime(), b.until.getTime() - b.from.getTime()));
        expect(shared).toBeGreaterThanOrEqual(0);
      }),
    ));

  test('share what lies in both: an instant of the overlap is within each', () =>
    fc.assert(
      fc.property(aSpan, fc.integer({ min: -day, max: day }), fc.integer({ min: 1, max: 2 * day }), (a, shift, ms) => {
        const from = addMs(a.from, shift);
        const b = { from, until: addMs(from, ms) };
        if (overlapMs(a, b) === 0) return;
        const first = later(a.from, b.from);
        expect([isWithin(a, first), isWithin(b, first)]).toEqual([true, true]);
        expect(isWithin(a, addMs(first, overlapMs(a, b))) && isWithin(b, addMs(first, overlapMs(a, b)))).toBe(false);
      }),
    ));

  test('of two instants one is the earlier, the other the later', () =>
    fc.assert(fc.property(anInstant, anInstant, (a, b) => expect([earlier(a, b), later(a, b)].map(Number)).toEqual([Number(a), Number(b)].sort((x, y) => x - y)))));

  test('a whole second is never before the instant, and less than a second after it', () =>
    fc.assert(
      fc.property(anInstant, (at) => {
        const whole = roundUpToSecond(at);
        expect(whole.getTime() % 1000).toBe(0);
        expect(whole.getTime() - at.getTime()).toBeGreaterThanOrEqual(0);
        expect(whole.getTime() - at.getTime()).toBeLessThan(1000);
      }),
    ));
});

describe('durations', () => {
  test('every whole number of seconds reads back as itself', () =>
    fc.assert(fc.property(fc.integer({ min: 0, max: 36_500 * 86_400 }), (seconds) => expect(durationMs(isoDuration(seconds * 1000))).toBe(seconds * 1000))));

  test('what is less than a second is cut, never rounded up', () => {
    expect([isoDuration(999), isoDuration(1999), isoDuration(-5), isoDuration(day - 1)]).toEqual(['PT0S', 'PT1S', 'PT0S', 'PT23H59M59S']);
  });

  test('a day is 24 hours and a week seven days, wherever they stand', () =>
    fc.assert(
      fc.property(fc.nat(500), fc.nat(99), fc.nat(99), fc.nat(99), (days, hours, minutes, seconds) => {
        expect(durationMs(`P${days}DT${hours}H${minutes}M${seconds}S`)).toBe(days * day + hours * hour + minutes * minute + seconds * 1000);
        expect(durationMs(`P${days}W`)).toBe(7 * days * day);
      }),
    ));

  test('a broken one in the program is a mistake, said with its text', () => expect(() => knownDurationMs('P1M')).toThrow('not an exact ISO 8601 duration: P1M'));

  test('more than can be counted exactly is refused', () => expect(durationMs('P99999999999999D')).toBeNull());

  test('what an admin enters as so many of a unit is shown again as the same time', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.constantFrom(...lengthUnits), (amount, unit) => {
        const duration = durationOf(String(amount), unit);
        const shown = lengthOf(duration ?? '');
        expect(durationOf(String(shown.amount), shown.unit)).toBe(duration);
        expect(lengthUnits.indexOf(shown.unit)).toBeLessThanOrEqual(lengthUnits.indexOf(unit));
      }),
    ));
});

describe.each(['Asia/Makassar', 'Asia/Jakarta', 'Asia/Jayapura', 'Europe/Berlin', 'America/St_Johns', 'UTC'])('the library wall clock in %s', (zone) => {
  test('an instant stands in exactly one library day', () =>
    fc.assert(
      fc.property(anInstant, (at) => {
        const today = libraryDayOf(at, zone);
        expect(startOfLibraryDay(today, zone) <= at).toBe(true);
        expect(at < startOfLibraryDay(dayPlus(today, 1), zone)).toBe(true);
      }),
    ));

  test('what a form says on a day is an instant of that day, an hour later there means an hour later, but for a change of the clocks', () =>
    fc.assert(
      fc.property(anInstant, fc.integer({ min: 0, max: 22 }), (at, hours) => {
        const wall = (count: number) => `${libraryDayOf(at, zone)}T${String(count).padStart(2, '0')}:30`;
        const [said, later] = [instantOfWallClock(wall(hours), zone), instantOfWallClock(wall(hours + 1), zone)];
        expect([0, hour, 2 * hour]).toContain(later.getTime() - said.getTime());
        if (zone.startsWith('Asia') || zone === 'UTC') expect([libraryDayOf(said, zone), later.getTime() - said.getTime()]).toEqual([libraryDayOf(at, zone), hour]);
      }),
    ));

  test('days are counted there and back', () =>
    fc.assert(fc.property(anInstant, fc.integer({ min: -4000, max: 4000 }), (at, days) => expect(dayPlus(dayPlus(libraryDayOf(at, zone), days), -days)).toBe(libraryDayOf(at, zone)))));
});

describe('a kept answer', () => {
  test('has its instants as instants again, and texts as texts', () =>
    fc.assert(
      fc.property(anInstant, fc.string(), fc.integer(), (at, text, count) => {
        const kept = { at, nested: [{ at }], text: `${text}!`, count, nothing: null };
        expect(JSON.parse(JSON.stringify(kept), reviveInstant)).toEqual(kept);
      }),
    ));

  test.each(['2026-11-22', '2026-11-22T08:00:00Z', 'pada 2026-11-22T08:00:00.000Z', '2026-11-22T08:00:00.000Z '])('%j is a text that only looks like one', (text) => {
    expect(JSON.parse(JSON.stringify({ text }), reviveInstant)).toEqual({ text });
  });
});
