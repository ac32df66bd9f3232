import { describe, expect, test } from '@jest/globals';
import { dayPlus, instantOfWallClock, libraryDayOf, startOfLibraryDay } from '@/lib/domain/library-time';

const wita = 'Asia/Makassar';

describe('a library day is a day of the library wall calendar', () => {
  test('in WITA the day turns at 16.00 UTC', () => {
    expect(libraryDayOf(new Date('2026-11-22T15:59:59.999Z'), wita)).toBe('2026-11-22');
    expect(libraryDayOf(new Date('2026-11-22T16:00:00.000Z'), wita)).toBe('2026-11-23');
    expect(startOfLibraryDay('2026-11-23', wita)).toEqual(new Date('2026-11-22T16:00:00Z'));
  });

  test('days are counted over months and leap days', () => {
    expect(dayPlus('2028-02-28', 1)).toBe('2028-02-29');
    expect(dayPlus('2026-12-31', 1)).toBe('2027-01-01');
    expect(dayPlus('2026-03-01', -1)).toBe('2026-02-28');
  });

  test('what a form says is the library clock', () => {
    expect(instantOfWallClock('2026-11-24T14:30', wita)).toEqual(new Date('2026-11-24T06:30:00Z'));
  });

  test('a zone that changes its clocks is right on both sides', () => {
    expect(startOfLibraryDay('2026-03-29', 'Europe/Berlin')).toEqual(new Date('2026-03-28T23:00:00Z'));
    expect(startOfLibraryDay('2026-03-30', 'Europe/Berlin')).toEqual(new Date('2026-03-29T22:00:00Z'));
    expect(startOfLibraryDay('2026-10-26', 'Europe/Berlin')).toEqual(new Date('2026-10-25T23:00:00Z'));
  });
});
