import { describe, expect, test } from '@jest/globals';
import { withinPages, type Reading } from '@/lib/domain/reading/position';
import { newest, resume } from '@/lib/domain/reading/resume';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 8, minute));
const saved = (deviceId: string, page: number, minute: number): Reading => ({ deviceId, deviceName: `name of ${deviceId}`, position: { page }, savedAt: at(minute) });

describe('a book opens where this device stopped', () => {
  test('at the beginning when nobody has read it', () => {
    expect(resume([], 'phone', null)).toEqual({ position: { page: 1 }, from: 'start', savedAt: null, offer: null });
  });

  test('at its own page, with no offer, when it was the last to read', () => {
    expect(resume([saved('phone', 57, 30), saved('desktop', 12, 10)], 'phone', null)).toEqual({ position: { page: 57 }, from: 'here', savedAt: at(30), offer: null });
  });

  test('at its own page, offering the page of another device that read on later', () => {
    const desktop = saved('desktop', 90, 40);
    expect(resume([saved('phone', 57, 30), desktop], 'phone', null)).toEqual({ position: { page: 57 }, from: 'here', savedAt: at(30), offer: desktop });
  });

  test('with no offer when the other device stands on the same page', () => {
    expect(resume([saved('phone', 57, 30), saved('desktop', 57, 40)], 'phone', null).offer).toBeNull();
  });

  test('where the last device stopped when it never had the book', () => {
    expect(resume([saved('phone', 57, 30), saved('desktop', 90, 40)], 'tablet', null)).toEqual({ position: { page: 90 }, from: 'elsewhere', savedAt: null, offer: null });
  });

  test('at what it remembers itself when that never reached the library', () => {
    const remembered = { position: { page: 61, offset: 0.4 }, savedAt: at(35) };
    expect(resume([saved('phone', 57, 30)], 'phone', remembered).position).toEqual({ page: 61, offset: 0.4 });
    expect(resume([], 'phone', remembered)).toEqual({ position: { page: 61, offset: 0.4 }, from: 'here', savedAt: at(35), offer: null });
  });

  test('at what the library knows of it when its own memory is older', () => {
    expect(resume([saved('phone', 57, 30)], 'phone', { position: { page: 3 }, savedAt: at(1) }).position).toEqual({ page: 57 });
  });
});

describe('the last save of all devices', () => {
  test('is the newest by the time it was saved', () => {
    expect(newest([saved('a', 1, 5), saved('b', 2, 9), saved('c', 3, 7)])?.deviceId).toBe('b');
  });

  test('is none when nothing was saved', () => {
    expect(newest([])).toBeNull();
  });
});

describe('a replaced file with fewer pages', () => {
  test('keeps a place that it still has', () => {
    expect(withinPages({ page: 20, offset: 0.5 }, 20)).toEqual({ page: 20, offset: 0.5 });
  });

  test('takes a place beyond its end to its last page', () => {
    expect(withinPages({ page: 21, offset: 0.5 }, 20)).toEqual({ page: 20 });
  });
});
