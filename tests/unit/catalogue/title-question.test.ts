import { describe, expect, test } from '@jest/globals';
import { titleQuestion, wordsAtMost } from '@/lib/domain/catalogue/title-question';
import { placeOf, titleCursor } from '@/lib/http/title-cursor';

const id = 'b5bb9d80-14a0-4f9b-9d61-1a2b3c4d5e6f';

describe('a question is made plain', () => {
  test('nothing asked is the newest of everything', () => {
    expect(titleQuestion({ q: '  ', subject: '', language: '' })).toEqual({ words: null, subject: null, language: null, availableOnly: false, sort: 'newest' });
  });

  test('words are ordered by relevance unless told otherwise', () => {
    expect(titleQuestion({ q: 'laskar' }).sort).toBe('relevance');
    expect(titleQuestion({ q: 'laskar', sort: 'title' }).sort).toBe('title');
    expect(titleQuestion({ sort: 'relevance' }).sort).toBe('newest');
  });

  test('what is too long is cut at a whole character', () => {
    expect([...(titleQuestion({ q: '😀'.repeat(10_000) }).words ?? '')]).toHaveLength(wordsAtMost);
  });

  test.each([['978-979-3062-79-2', '9789793062792'], ['0 306 40615 X', '030640615X'], ['1984', '1984'], ['978 979 buku', '978 979 buku']])('an ISBN loses its hyphens: %s', (q, words) => {
    expect(titleQuestion({ q }).words).toBe(words);
  });
});

describe('a cursor', () => {
  const question = titleQuestion({ q: 'laskar', sort: 'popular' });
  const cursor = titleCursor(question, { key: 12, id, near: false }) ?? '';

  test('leads back to its place', () => {
    expect(placeOf(question, cursor)).toEqual({ ok: true, value: { key: 12, id, near: false } });
    expect(titleCursor(question, null)).toBeNull();
  });

  test.each([
    ['of other words', titleQuestion({ q: 'bumi', sort: 'popular' })],
    ['of another order', titleQuestion({ q: 'laskar', sort: 'title' })],
    ['of another filter', titleQuestion({ q: 'laskar', sort: 'popular', available: true })],
  ])('%s is refused', (_, other) => {
    expect(placeOf(other, cursor)).toMatchObject({ ok: false, refusal: { code: 'bad-cursor' } });
  });

  test.each(['x', Buffer.from('{}').toString('base64url'), Buffer.from('null').toString('base64url'), cursor.slice(3)])('that was tampered with is refused: %s', (text) => {
    expect(placeOf(question, text)).toMatchObject({ ok: false, refusal: { code: 'bad-cursor' } });
  });
});
