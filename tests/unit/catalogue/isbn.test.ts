import { describe, expect, test } from '@jest/globals';
import { findIsbn, normalIsbn } from '@/lib/domain/catalogue/isbn';

describe('an ISBN is known by its check digit', () => {
  test.each([
    ['978-602-03-3295-6', '9786020332956'],
    ['9786020332956', '9786020332956'],
    ['979-3062-79-7', '9789793062792'],
    ['0-8044-2957-X', '9780804429573'],
    ['978–602–03–3295–6', '9786020332956'],
  ])('%s is %s', (text, isbn) => expect(normalIsbn(text)).toBe(isbn));

  test.each(['978-602-03-3295-7', '12345', '', 'ISBN', '0-8044-2957-1', '9996020332956'])('%p is none', (text) => expect(normalIsbn(text)).toBeNull());
});

describe('an ISBN is found on the page that names it', () => {
  test.each([
    ['Hak cipta 2005\nISBN 979-3062-79-7\nCetakan kedua', '9789793062792'],
    ['ISBN: 978-602-03-3295-6 (PDF)', '9786020332956'],
    ['ISBN-13: 9786020332956', '9786020332956'],
    ['ISBN 978-602-03-3295-7\nE-ISBN 978-602-03-3295-6', '9786020332956'],
  ])('%p', (text, isbn) => expect(findIsbn(text)).toBe(isbn));

  test('a telephone number is no ISBN, nor is an unnamed one', () => {
    expect(findIsbn('Telp. 0511-3304-123\n9786020332956')).toBeNull();
  });

  test('a hostile text is read to its end: a search that tries every split would outlast this test', () => {
    expect(findIsbn('ISBN' + ' 1-'.repeat(50_000) + 'ISBN'.repeat(10_000))).toBeNull();
  });
});
