import { describe, expect, test } from '@jest/globals';
import { maySetRight } from '@/lib/domain/members/desk';
import { deviceOf } from '@/lib/domain/members/device-name';
import { normalPhone } from '@/lib/domain/members/phone';
import { ageOn } from '@/lib/domain/members/profile';
import { codeTriesAtMost, isResetOpen } from '@/lib/domain/members/reset';
import { searchWords } from '@/lib/domain/members/search-words';

test.each([
  ['0812-3456-7890', '+6281234567890'],
  ['+62 812 3456 7890', '+6281234567890'],
  ['62812 34567890', '+6281234567890'],
  ['0062 (812) 34567890', '+6281234567890'],
  ['+60 12-345 6789', '+60123456789'],
])('the telephone number %s is kept as %s', (typed, kept) => {
  expect(normalPhone(typed)).toBe(kept);
});

test.each(['', '123', 'bukan nomor', '+0812345678', '081234567890123456', '0812 3456 78x0'])('%j is no telephone number', (typed) => {
  expect(normalPhone(typed)).toBeNull();
});

test.each([
  ['  Siti   AMINAH ', ['siti', 'aminah']],
  ['pj 000 123', ['pj000123']],
  ['0812-3456', ['8123456']],
  ['+62 812', ['62812']],
  ['', []],
  ['a b c d e f g h i j', ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']],
])('the desk looks for %j by %j', (typed, words) => {
  expect(searchWords(typed)).toEqual(words);
});

test('one is seventeen on the birthday, not before', () => {
  const born = new Date('2009-11-23T00:00:00Z');
  expect(ageOn(born, new Date('2026-11-22T00:00:00Z'))).toBe(16);
  expect(ageOn(born, new Date('2026-11-23T00:00:00Z'))).toBe(17);
});

describe('a link or code', () => {
  const now = new Date('2026-11-22T08:00:00Z');
  const fresh = { validUntil: new Date(now.getTime() + 1), usedAt: null, attempts: 0 };

  test('opens once, in its time, and not after too many wrong tries', () => {
    expect(isResetOpen(fresh, now)).toBe(true);
    expect(isResetOpen({ ...fresh, validUntil: now }, now)).toBe(false);
    expect(isResetOpen({ ...fresh, usedAt: now }, now)).toBe(false);
    expect(isResetOpen({ ...fresh, attempts: codeTriesAtMost }, now)).toBe(false);
  });
});

describe('who may set what right', () => {
  const librarian = { memberId: 'l', role: 'librarian' } as const;

  test('librarians: members and themselves; admins: everybody', () => {
    expect(maySetRight(librarian, { id: 'm', role: 'member' })).toBe(true);
    expect(maySetRight(librarian, { id: 'l', role: 'librarian' })).toBe(true);
    expect(maySetRight(librarian, { id: 'x', role: 'librarian' })).toBe(false);
    expect(maySetRight(librarian, { id: 'a', role: 'admin' })).toBe(false);
    expect(maySetRight({ memberId: 'a', role: 'admin' }, { id: 'b', role: 'admin' })).toBe(true);
  });
});

test.each([
  ['Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36', 'Chrome', 'Android'],
  ['Mozilla/5.0 (Linux; Android 13; SAMSUNG SM-A145) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36', 'Samsung Internet', 'Android'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1', 'Safari', 'iPhone'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0', 'Edge', 'Windows'],
  ['curl/8.5', null, null],
  [null, null, null],
])('%s is %s on %s', (userAgent, browser, system) => {
  expect(deviceOf(userAgent)).toEqual({ browser, system });
});
