import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Reading } from '@/lib/domain/reading/position';
import { afterSave } from '@/lib/domain/reading/save';

const now = new Date('2026-11-22T08:00:00.000Z');
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const place = (page: number, savedAt: Date, deviceName: string | null = 'Chrome · Android'): Reading => ({ deviceId: 'phone', deviceName, position: { page }, savedAt });

describe('a later save wins on its device', () => {
  test('the first save stands', () => {
    expect(afterSave(null, place(5, minutesAgo(1)), now)).toEqual(place(5, minutesAgo(1)));
  });

  test('a later save replaces an earlier one, also when it goes back in the book', () => {
    expect(afterSave(place(50, minutesAgo(9)), place(5, minutesAgo(1)), now).position.page).toBe(5);
  });

  test('a save that comes late by a slow network changes nothing', () => {
    const standing = place(50, minutesAgo(1));
    expect(afterSave(standing, place(5, minutesAgo(9)), now)).toBe(standing);
  });

  test('a save without a device name keeps the name that is known', () => {
    expect(afterSave(place(50, minutesAgo(9)), place(51, minutesAgo(1), null), now).deviceName).toBe('Chrome · Android');
  });
});

describe('the clock of a phone may be wrong', () => {
  test('a time in the future is believed up to now', () => {
    expect(afterSave(null, place(5, new Date('2031-01-01T00:00:00.000Z')), now).savedAt).toEqual(now);
  });

  test('so a phone that once ran ahead can still save after its clock was put right', () => {
    const ahead = afterSave(null, place(5, new Date('2031-01-01T00:00:00.000Z')), now);
    const later = new Date(now.getTime() + 60_000);
    expect(afterSave(ahead, place(6, later), later).position.page).toBe(6);
  });

  test('whatever the order of arrival, what stands is never from the future and never older than what stood', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5000, max: 5000 }), { minLength: 1, maxLength: 30, size: 'max' }), (minutes) => {
        let standing: Reading | null = null;
        for (const [index, minute] of minutes.entries()) {
          const before: Reading | null = standing;
          standing = afterSave(before, place(index + 1, minutesAgo(minute)), now);
          if (standing.savedAt > now) return false;
          if (before !== null && standing.savedAt < before.savedAt) return false;
        }
        return true;
      }),
    );
  });
});
