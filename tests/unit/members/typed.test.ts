import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { deviceOf } from '@/lib/domain/members/device-name';
import { identifierOf, normalEmail, normalMemberNumber, readableMemberNumber } from '@/lib/domain/members/identifier';
import { isTooEasy } from '@/lib/domain/members/password';
import { normalPhone } from '@/lib/domain/members/phone';
import { searchWords } from '@/lib/domain/members/search-words';
import { oneMoreTry, passwordTriesPerAccount, passwordTriesPerAddress, type Tries } from '@/lib/domain/members/tries';
import { addMs, minute } from '@/lib/domain/time';

const digits = (least: number, most: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: least, maxLength: most }).map((all) => all.join(''));
/** The same signs with breaks between them, as people write numbers. */
const grouped = (text: string) => fc.array(fc.constantFrom('', '', ' ', '-', '.'), { minLength: text.length, maxLength: text.length }).map((gaps) => [...text].map((sign, at) => sign + (gaps[at] ?? '')).join(''));

describe('a telephone number', () => {
  const anIndonesian = digits(7, 10).map((rest) => `812${rest}`);

  test('is the same however it is grouped and however the country is said', () =>
    fc.assert(
      fc.property(anIndonesian.chain((rest) => fc.tuple(fc.constant(rest), grouped(`0${rest}`), grouped(`62${rest}`), grouped(`+62${rest}`))), ([rest, ...written]) => {
        for (const one of written) expect(normalPhone(one)).toBe(`+62${rest}`);
      }),
    ));

  test('once kept is kept as it is', () =>
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const kept = normalPhone(typed);
        if (kept !== null) expect([normalPhone(kept), /^\+[1-9]\d{7,14}$/.test(kept)]).toEqual([kept, true]);
      }),
    ));
});

describe('who somebody says to be', () => {
  test('an address is the same in any case and with stray spaces', () =>
    fc.assert(
      fc.property(fc.emailAddress(), fc.constantFrom('', ' ', '  '), (email, space) => {
        expect(identifierOf(`${space}${email.toUpperCase()}${space}`)).toEqual({ kind: 'email', email: normalEmail(email) });
        expect(normalEmail(normalEmail(email))).toBe(normalEmail(email));
      }),
    ));

  test('a member number is the same as on the card, however it is grouped', () =>
    fc.assert(
      fc.property(digits(6, 9).chain((number) => fc.tuple(fc.constant(`PJ${number}`), grouped(`pj${number}`))), ([number, typed]) => {
        expect(identifierOf(typed)).toEqual({ kind: 'number', memberNumber: number });
        expect(normalMemberNumber(readableMemberNumber(number))).toBe(number);
      }),
    ));

  test('the desk looks for at most eight words, whatever is pasted', () =>
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (typed) => {
        const words = searchWords(typed);
        expect(words.length).toBeLessThanOrEqual(8);
        for (const word of words) expect(word).toBe(word.toLowerCase());
        for (const word of words) expect(/\s/.test(word)).toBe(false);
      }),
    ));

  test('a browser that says anything at all is no error', () =>
    fc.assert(fc.property(fc.option(fc.string()), (text) => expect(Object.keys(deviceOf(text))).toEqual(['browser', 'system']))));

  test.each([
    ['Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) Chrome/131.0 Safari/537.36', 'Chrome', 'ChromeOS'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/17.5 Safari/605.1.15', 'Safari', 'macOS'],
    ['Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) CriOS/131.0 Mobile Safari/604.1', 'Chrome', 'iPad'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0', 'Firefox', 'Linux'],
    ['Mozilla/5.0 (Linux; U; Android 11) UCBrowser/13.4 Mobile Safari/537.36', 'UC Browser', 'Android'],
    ['Mozilla/5.0 (Linux; Android 12) Chrome/130.0 Mobile Safari/537.36 OPR/86.0', 'Opera', 'Android'],
    ['Mozilla/5.0 (Linux; Android 12) Chrome/130.0 Mobile Safari/537.36 EdgA/130.0', 'Edge', 'Android'],
  ])('%s is %s on %s', (userAgent, browser, system) => expect(deviceOf(userAgent)).toEqual({ browser, system }));
});

describe('passwords', () => {
  test("one's own name, address or number is too easy, in any case and with stray spaces", () =>
    fc.assert(
      fc.property(fc.string({ minLength: 3, maxLength: 30 }).filter((text) => text.trim() === text && text.normalize('NFKC').toLowerCase() === text.toLowerCase()), (own) => {
        expect(isTooEasy(own, ['somebody else', ` ${own} `])).toBe(true);
        expect(isTooEasy(own.toUpperCase(), [own])).toBe(own.toUpperCase().normalize('NFKC').toLowerCase() === own.toLowerCase() || isTooEasy(own.toUpperCase()));
      }),
    ));

  test('one sign, or two, repeated is too easy, however long', () => {
    expect([isTooEasy('z'.repeat(200)), isTooEasy('zy'.repeat(50)), isTooEasy('zyx'.repeat(5))]).toEqual([true, true, false]);
  });
});

describe('wrong passwords, whenever they come', () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 20 * minute }), { maxLength: 200, size: 'max' });

  test('a try that is not looked at changes nothing and says how long to wait; after that wait one is looked at', () =>
    fc.assert(
      fc.property(gaps, fc.constantFrom(passwordTriesPerAccount, passwordTriesPerAddress), (waits, limit) => {
        let [tries, now] = [null as Tries | null, new Date('2026-11-22T08:00:00Z')];
        for (const wait of waits) {
          now = addMs(now, wait);
          const verdict = oneMoreTry(limit, tries, now);
          if (verdict.allowed) tries = verdict.tries;
          if (verdict.allowed) continue;
          expect(verdict.waitMs).toBeGreaterThan(0);
          expect(verdict.waitMs).toBeLessThanOrEqual(Math.max(limit.longestDelayMs, limit.windowMs));
          expect(oneMoreTry(limit, tries, addMs(now, verdict.waitMs)).allowed).toBe(true);
          expect(oneMoreTry(limit, tries, addMs(now, verdict.waitMs - 1)).allowed).toBe(false);
        }
      }),
    ));
});
