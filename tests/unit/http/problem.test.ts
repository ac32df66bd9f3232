import { describe, expect, test } from '@jest/globals';
import type { Refusal, RefusalCode } from '@/lib/domain/refusal';
import { day } from '@/lib/domain/time';
import { problem, statusOf } from '@/lib/http/problem';
import { locales } from '@/lib/i18n/locale';
import { messages } from '@/lib/i18n/messages';
import { wordsFor } from '@/lib/i18n/words';

const at = new Date('2026-11-24T06:30:00Z');
const wait = { expectedMs: 4 * day, latestMs: 9 * day };

/** One refusal of each code, with facts as the rules give them. */
const samples: { readonly [C in RefusalCode]: Extract<Refusal, { code: C }> } = {
  'no-copy-available': { code: 'no-copy-available', holdsAhead: 7, copies: 3, estimatedWait: wait },
  'loan-limit-reached': { code: 'loan-limit-reached', limit: 5, loans: [{ id: 'l1', titleId: 't1', dueAt: at }] },
  'hold-limit-reached': { code: 'hold-limit-reached', limit: 5 },
  'already-borrowed': { code: 'already-borrowed', loanId: 'l1', dueAt: at },
  'copy-available': { code: 'copy-available' },
  'others-waiting': { code: 'others-waiting', waiting: 2 },
  'renewal-too-early': { code: 'renewal-too-early', renewableFrom: at },
  'renewal-limit-reached': { code: 'renewal-limit-reached', limit: 1 },
  'member-blocked': { code: 'member-blocked', blockedUntil: at, cause: 'blocked' },
  'licence-ended': { code: 'licence-ended' },
  'title-withdrawn': { code: 'title-withdrawn' },
  'loan-ended': { code: 'loan-ended', endedAt: at, endedBy: 'expired' },
  'hold-ended': { code: 'hold-ended', endedAt: at },
  'no-offer': { code: 'no-offer' },
  'suspension-out-of-range': { code: 'suspension-out-of-range', after: at, before: at },
  'not-found': { code: 'not-found' },
  'not-logged-in': { code: 'not-logged-in' },
  'wrong-role': { code: 'wrong-role' },
  'wrong-origin': { code: 'wrong-origin' },
  'bad-request': { code: 'bad-request', errors: [{ path: 'name', message: 'name' }] },
  'malformed-json': { code: 'malformed-json' },
  'bad-cursor': { code: 'bad-cursor' },
  'body-too-large': { code: 'body-too-large', limitBytes: 1_048_576 },
  'wrong-media-type': { code: 'wrong-media-type' },
  'too-many-tries': { code: 'too-many-tries', retryAfterSeconds: 42 },
  away: { code: 'away', part: 'database' },
  'idempotency-key-reused': { code: 'idempotency-key-reused' },
  'idempotency-key-in-flight': { code: 'idempotency-key-in-flight' },
  'email-taken': { code: 'email-taken' },
  'phone-taken': { code: 'phone-taken' },
  'wrong-password': { code: 'wrong-password' },
  'wrong-credentials': { code: 'wrong-credentials' },
  'reset-invalid': { code: 'reset-invalid' },
  'verification-invalid': { code: 'verification-invalid' },
  'last-admin': { code: 'last-admin' },
  'not-a-pdf': { code: 'not-a-pdf' },
  encrypted: { code: 'encrypted' },
  damaged: { code: 'damaged' },
  empty: { code: 'empty' },
  'too-large': { code: 'too-large', limitBytes: 524_288_000 },
  'upload-incomplete': { code: 'upload-incomplete', missingParts: [2, 3] },
  'upload-not-inspected': { code: 'upload-not-inspected' },
  'upload-used': { code: 'upload-used' },
};
const codes = Object.keys(samples) as RefusalCode[];

/** As http-api.md says: 401 not logged in, 403 wrong role, 404 not there, 409 a lending rule, 410 the loan ended, 413/415/422 bad input, 429 too many, 503 away. */
const byStatus: Readonly<Record<number, readonly RefusalCode[]>> = {
  401: ['not-logged-in', 'wrong-credentials'],
  403: ['wrong-role', 'wrong-origin'],
  404: ['not-found'],
  409: [
    'no-copy-available', 'loan-limit-reached', 'hold-limit-reached', 'already-borrowed', 'copy-available', 'others-waiting', 'renewal-too-early', 'renewal-limit-reached', 'member-blocked', 'licence-ended',
    'title-withdrawn', 'hold-ended', 'no-offer', 'idempotency-key-in-flight', 'email-taken', 'phone-taken', 'last-admin', 'upload-incomplete', 'upload-not-inspected', 'upload-used',
  ],
  410: ['loan-ended'],
  413: ['body-too-large', 'too-large'],
  415: ['wrong-media-type'],
  422: ['suspension-out-of-range', 'bad-request', 'malformed-json', 'bad-cursor', 'idempotency-key-reused', 'wrong-password', 'reset-invalid', 'verification-invalid', 'not-a-pdf', 'encrypted', 'damaged', 'empty'],
  429: ['too-many-tries'],
  503: ['away'],
};

test('every refusal has the status that the contract gives it', () => {
  const told = Object.entries(byStatus).flatMap(([status, all]) => all.map((code) => [code, Number(status)] as const));
  expect(Object.fromEntries(told)).toEqual(statusOf);
});

describe.each(codes)('%s', (code) => {
  test.each(locales)('is answered as problem+json with words in %s', async (locale) => {
    const answer = problem(samples[code], locale);
    const json = (await answer.json()) as Record<string, unknown>;
    expect(answer.status).toBe(statusOf[code]);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(json).toMatchObject({ type: `urn:pinjam:refusal:${code}`, status: statusOf[code], code });
    for (const words of [json['title'], json['detail']] as string[]) {
      expect(words.length).toBeGreaterThan(5);
      // no placeholder left, no key, nothing shouted, nobody addressed as a pal
      expect(words).not.toMatch(/[{}]|\b(undefined|null|NaN|[Kk]amu)\b|!|\.(title|detail)$/);
    }
  });

  test('says its facts beside its words, and no words twice', async () => {
    const { code: _, ...facts } = samples[code];
    const json = (await problem(samples[code], 'id').json()) as Record<string, unknown>;
    for (const name of Object.keys(facts)) expect(Object.keys(json)).toContain(name);
    expect(json['title']).not.toBe(json['detail']);
  });

  test('is said in another way in English', () => {
    const [id, en] = [wordsFor('id', samples[code]), wordsFor('en', samples[code])];
    expect([en.title, en.detail]).not.toEqual([id.title, id.detail]);
    expect(`${en.title} ${en.detail}`).not.toMatch(/\b(Anda|tidak|sudah|dengan|untuk|pinjaman|antrean|judul)\b/i);
  });
});

describe('facts of a refusal', () => {
  const jsonOf = async (refusal: Refusal) => (await problem(refusal, 'id').json()) as Record<string, unknown>;

  test('an expected wait is two durations, or null', async () => {
    expect(await jsonOf(samples['no-copy-available'])).toMatchObject({ holdsAhead: 7, copies: 3, estimatedWait: { expected: 'P4D', latest: 'P9D' } });
    expect(await jsonOf({ ...samples['no-copy-available'], estimatedWait: null })).toMatchObject({ estimatedWait: null });
  });

  test('instants are ISO 8601 with a zone', async () => {
    expect(await jsonOf(samples['loan-ended'])).toMatchObject({ endedAt: '2026-11-24T06:30:00.000Z', endedBy: 'expired' });
    expect(await jsonOf(samples['loan-limit-reached'])).toMatchObject({ loans: [{ id: 'l1', dueAt: '2026-11-24T06:30:00.000Z' }] });
  });

  test('a bad body says which field', async () => {
    expect(await jsonOf(samples['bad-request'])).toMatchObject({ errors: [{ path: 'name', message: 'name' }] });
  });

  test('a fact cannot take the place of the status or the code', async () => {
    const sly = { ...samples['not-found'], status: 200, type: 'x', title: 'x' } as Refusal;
    expect(await jsonOf(sly)).toMatchObject({ status: 404, type: 'urn:pinjam:refusal:not-found', code: 'not-found' });
    expect((await jsonOf(sly))['title']).not.toBe('x');
  });
});

describe('when to come again', () => {
  test.each([['too-many-tries', '42'], ['away', '5'], ['not-found', null]] as const)('%s: Retry-After %s', (code, after) => {
    expect(problem(samples[code], 'id').headers.get('retry-after')).toBe(after);
  });
});

describe('words that carry a number or a cause', () => {
  test.each([
    ['others-waiting', 'id', '2 orang menunggu'], ['hold-limit-reached', 'id', '5'], ['renewal-limit-reached', 'id', '1 kali'], ['no-copy-available', 'id', '7 orang mengantre'],
  ] as const)('%s in %s names it: %s', (code, locale, words) => {
    expect(Object.values(wordsFor(locale, samples[code])).join(' ')).toContain(words);
  });

  test('a block and a membership that is over are told apart', () => {
    const blocked = wordsFor('id', samples['member-blocked']).detail;
    const over = wordsFor('id', { code: 'member-blocked', blockedUntil: null, cause: 'membership-ended' }).detail;
    expect(over).not.toBe(blocked);
    expect(over).toContain('Masa keanggotaan');
  });
});

test('no words are kept for a refusal that is none', () => {
  for (const locale of locales) expect(Object.keys(messages[locale].refusals).sort()).toEqual([...codes].sort());
});
