import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { clean, proposedMetadata } from '@/lib/domain/catalogue/file-metadata';
import { findIsbn, normalIsbn } from '@/lib/domain/catalogue/isbn';
import { titleQuestion, titleSorts, wordsAtMost } from '@/lib/domain/catalogue/title-question';

const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ maxLength: 400 }));
const digitsOf = (count: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count });
const check13 = (digits: readonly number[]) => (10 - (digits.reduce((sum, digit, at) => sum + digit * (at % 2 === 0 ? 1 : 3), 0) % 10)) % 10;
const anIsbn13 = fc.tuple(fc.constantFrom([9, 7, 8], [9, 7, 9]), digitsOf(9)).map(([head, rest]) => [...head, ...rest]).map((body) => [...body, check13(body)]);

describe('an ISBN', () => {
  test('with its check digit is one, wherever the hyphens stand', () =>
    fc.assert(
      fc.property(anIsbn13, fc.constantFrom('-', ' ', '‑', '–', ''), fc.integer({ min: 1, max: 12 }), (digits, hyphen, at) => {
        const text = digits.join('');
        expect(normalIsbn(`${text.slice(0, at)}${hyphen}${text.slice(at)}`)).toBe(text);
        expect(findIsbn(`Hak cipta\nISBN ${text.slice(0, at)}${hyphen}${text.slice(at)}\nCetakan`)).toBe(text);
      }),
    ));

  test('with one digit mistyped is none', () =>
    fc.assert(
      fc.property(anIsbn13, fc.integer({ min: 3, max: 12 }), fc.integer({ min: 1, max: 9 }), (digits, at, more) => {
        const mistyped = digits.map((digit, index) => (index === at ? (digit + more) % 10 : digit));
        expect(normalIsbn(mistyped.join(''))).toBeNull();
      }),
    ));

  test('of ten digits becomes one of thirteen, with the same nine in the middle', () =>
    fc.assert(
      fc.property(digitsOf(9), (digits) => {
        const rest = (11 - (digits.reduce((sum, digit, at) => sum + digit * (10 - at), 0) % 11)) % 11;
        const isbn = normalIsbn(`${digits.join('')}${rest === 10 ? 'x' : rest}`);
        expect(isbn).toBe(`978${digits.join('')}${check13([9, 7, 8, ...digits])}`);
        expect(normalIsbn(isbn ?? '')).toBe(isbn);
      }),
    ));
});

describe("a stranger's text", () => {
  test('cleaned is one line, no longer than asked, and cleaning it again changes nothing', () =>
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 100 }), (text, atMost) => {
        const line = clean(text, atMost);
        expect(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u.test(line)).toBe(false);
        expect([...line].length).toBeLessThanOrEqual(atMost);
        expect(line).toBe(line.trim());
        expect(clean(line, atMost)).toBe(line);
      }),
    ));

  test('proposes metadata without an error, with no author twice and none without a letter', () =>
    fc.assert(
      fc.property(fc.record({ fileName: anyText, title: fc.option(anyText), authors: fc.option(anyText), language: fc.option(anyText), openingText: anyText }), (raw) => {
        const { authors, language, title } = proposedMetadata(raw);
        expect(new Set(authors).size).toBe(authors.length);
        expect(authors.every((name) => /\p{L}/u.test(name))).toBe(true);
        expect(authors.length).toBeLessThanOrEqual(20);
        expect(language).toMatch(/^[a-z]{2}$/);
        expect(title.length).toBeLessThanOrEqual(700);
      }),
    ));
});

describe('whatever somebody asks of the catalogue', () => {
  const asked = fc.record({ q: fc.option(anyText, { nil: undefined }), subject: fc.option(anyText, { nil: undefined }), language: fc.option(anyText, { nil: undefined }), available: fc.option(fc.boolean(), { nil: undefined }), sort: fc.option(fc.constantFrom(...titleSorts), { nil: undefined }) });

  test('is cut, not refused; empty means not asked; PostgreSQL is given nothing that it does not take', () =>
    fc.assert(
      fc.property(asked, (question) => {
        const plain = titleQuestion(question);
        for (const text of [plain.words, plain.subject, plain.language]) {
          if (text === null) continue;
          expect(text.trim()).toBe(text);
          expect(text).not.toBe('');
          expect(text.includes('\0')).toBe(false);
          expect(text.isWellFormed()).toBe(true);
        }
        expect([...(plain.words ?? '')].length).toBeLessThanOrEqual(wordsAtMost);
      }),
    ));

  test('relevance is asked of words only; without words the newest come first', () =>
    fc.assert(
      fc.property(asked, (question) => {
        const { words, sort } = titleQuestion(question);
        if (words === null) expect(sort).not.toBe('relevance');
        if (question.sort !== undefined && question.sort !== 'relevance') expect(sort).toBe(question.sort);
        if (question.sort === undefined) expect(sort).toBe(words === null ? 'newest' : 'relevance');
      }),
    ));
});
