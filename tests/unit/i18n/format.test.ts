import { describe, expect, test } from '@jest/globals';
import { formatBytes, formatDuration, formatInstant, formatMoment, formatTimeLeft, formatWait, formatZone } from '@/lib/i18n/format';
import { clockWords, zoneWord } from '@/lib/i18n/wording';
import { day, hour, minute } from '@/lib/domain/time';

const at = new Date('2026-11-24T06:30:59.999Z');

describe('instants are shown in the library’s zone', () => {
  test('in Indonesian with full stops in the clock', () => {
    expect(formatInstant(at, 'id')).toBe('Sel, 24 Nov 2026 14.30 WITA');
  });

  test('in English with the same zone name', () => {
    expect(formatInstant(at, 'en')).toBe('Tue, 24 Nov 2026 14:30 WITA');
  });

  test.each(['id', 'en'] as const)('the zone alone is the word that ends an instant (%s)', (locale) => {
    expect(formatZone(at)).toBe('WITA');
    expect(formatInstant(at, locale).endsWith(` ${formatZone(at)}`)).toBe(true);
  });

  test.each([['Asia/Jakarta', 'WIB'], ['Asia/Jayapura', 'WIT']])('a library in %s reads %s', (timeZone, word) => {
    expect(zoneWord(at, timeZone)).toBe(word);
  });

  test('cut to the minute, never rounded up', () => {
    expect(clockWords(new Date('2026-11-24T06:29:59.999Z'), 'id', 'Asia/Makassar')).toBe('14.29');
  });

  test('midnight is 00.00, not 24.00', () => {
    expect(clockWords(new Date('2026-11-23T16:00:00Z'), 'id', 'Asia/Makassar')).toBe('00.00');
  });

  test('with the day only when it is another day', () => {
    expect(formatMoment(at, new Date('2026-11-24T01:00:00Z'), 'id')).toBe('14.30');
    expect(formatMoment(at, new Date('2026-11-23T15:00:00Z'), 'id')).toBe('Sel, 24 Nov 14.30');
  });
});

describe('time left never promises a minute that is not there', () => {
  test.each([
    [2 * day + 3 * hour + 59 * minute, '2 hari 3 jam'],
    [2 * day - 1, '1 hari 23 jam'],
    [3 * hour + 12 * minute + 59_999, '3 jam 12 menit'],
    [12 * minute, '12 menit'],
    [3 * day, '3 hari'],
    [minute - 1, 'kurang dari 1 menit'],
    [0, 'kurang dari 1 menit'],
    [-5, 'kurang dari 1 menit'],
  ])('%d ms left reads %s', (milliseconds, words) => {
    expect(formatTimeLeft(milliseconds, 'id')).toBe(words);
  });

  test('English knows one and many', () => {
    expect(formatTimeLeft(day + 2 * hour, 'en')).toBe('1 day 2 hours');
  });
});

describe('durations and waits', () => {
  test('a duration of seconds is told in seconds', () => {
    expect(formatDuration(5000, 'id')).toBe('5 detik');
    expect(formatDuration(0, 'id')).toBe('0 detik');
  });

  test('a wait is a range in one unit', () => {
    expect(formatWait(4.2 * day, 8.3 * day, 'id')).toBe('4–9 hari');
    expect(formatWait(2 * hour, 3 * day, 'id')).toBe('paling lama 3 hari');
    expect(formatWait(3 * day, 3 * day, 'en')).toBe('3 days');
    expect(formatWait(0, 0, 'id')).toBe('paling lama 1 menit');
  });

  test('bytes in powers of ten with the language’s comma', () => {
    expect(formatBytes(36_600_000, 'id')).toBe('36,6 MB');
    expect(formatBytes(999, 'en')).toBe('999 bytes');
    expect(formatBytes(1_000, 'id')).toBe('1 kB');
  });
});
