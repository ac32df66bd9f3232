import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { z } from 'zod';
import { adminLoansQuery, revocationBody } from '@/lib/http/schemas/admin-loans';
import { blockSchema, deskChangeSchema, deskRegistrationSchema, memberSearchQuery, roleSchema } from '@/lib/http/schemas/admin-members';
import { categoryParams, categoryPolicyBody } from '@/lib/http/schemas/category-policy';
import { fromInstant, libraryDay, untilInstant } from '@/lib/http/schemas/library-span';
import { licenceSchema, licenceWithdrawalBody } from '@/lib/http/schemas/licences';
import { maintenanceBody } from '@/lib/http/schemas/maintenance';
import { profileChangeSchema, registrationSchema } from '@/lib/http/schemas/member';
import { policyBody } from '@/lib/http/schemas/policy';
import { saveReadingBody } from '@/lib/http/schemas/reading';
import { month, rekapQuery, statsQuery, visitBody } from '@/lib/http/schemas/stats';
import { suspensionBody } from '@/lib/http/schemas/suspension';
import { titlesQuery } from '@/lib/http/schemas/titles';
import { contentBody, copiesBody, editTitleBody, newTitleBody, withdrawalBody } from '@/lib/http/schemas/titles-admin';
import { beginUploadBody, completeUploadBody } from '@/lib/http/schemas/uploads';

const long = 'x'.repeat(10_000);
const id = '00000000-0000-4000-8000-000000000000';
const takes = (schema: z.ZodType, given: unknown) => schema.safeParse(given).success;

type Case = readonly [string, z.ZodType, object, Readonly<Record<string, { readonly good?: readonly unknown[]; readonly bad?: readonly unknown[] }>>];

/** Each body that is good as it stands, and for each field what else is taken and what is not. */
const bodies: readonly Case[] = [
  ['registering', registrationSchema, { name: 'Siti', password: 'buku-harian-7' }, {
    name: { good: ['  Siti   Aminah ', "D'Angelo-Müller", '陳大文', 'x'.repeat(200)], bad: [undefined, null, '', '   ', 'x'.repeat(201), 'a\u0007b', 7, {}] },
    password: { good: ['12345678é', 'kata sandi yang panjang'], bad: [undefined, null, '', 'pendek', long, 12_345_678] },
    email: { good: [null, undefined, '', ' ', 'Budi@Contoh.ID'], bad: ['budi', 'budi@', '@contoh.id', `${'x'.repeat(250)}@x.id`, 7] },
    phone: { good: [null, '', '0812-3456-7890', '+62 812 3456 7890'], bad: ['halo', '12', `08${'1'.repeat(40)}`] },
    birthDate: { good: [null, '', '2001-02-28'], bad: ['2001-02-30', '1899-12-31', '2999-01-01', '28/02/2001', 20010228] },
    gender: { good: [null, '', 'female', 'P', 'Laki-laki', 'other'], bad: ['x', 1] },
    guardianName: { good: [null, '', 'Ibu'], bad: ['x'.repeat(201)] },
    consentVersion: { good: [null, undefined, '2026-11'], bad: ['x'.repeat(41)] },
  }],
  ['registering at the desk', deskRegistrationSchema, { name: 'Siti', password: 'buku-harian-7' }, {
    category: { good: [null, '', 'pelajar'], bad: ['x'.repeat(61), 7] },
    validUntil: { good: [null, '', '2030-01-01', '2030-01-01T08:00:00+08:00'], bad: ['2030-02-30', 'besok', 2030] },
  }],
  ['changing one’s profile', profileChangeSchema, {}, {
    name: { good: [undefined, 'Siti'], bad: ['', null, 'x'.repeat(201)] },
    email: { good: [null, '', 'siti@contoh.id'], bad: ['siti'] },
    locale: { good: ['id', 'en'], bad: ['jv', '', null] },
    channels: { good: [{}, { email: false }], bad: [{ email: 'no' }, []] },
  }],
  ['correcting at the desk', deskChangeSchema, {}, { emailVerified: { good: [true, false], bad: ['true', 1, null] }, validUntil: { good: [null, '2030-01-01'], bad: ['x'] } }],
  ['blocking', blockSchema, { reason: 'Menyalin berkas' }, { reason: { good: [' x '], bad: [undefined, '', '  ', 'x'.repeat(501), long] }, until: { good: [null, '', undefined, '2030-01-01'], bad: ['2030-13-01'] } }],
  ['setting a role', roleSchema, { role: 'librarian' }, { role: { good: ['member', 'admin'], bad: ['root', '', null, undefined] } }],
  ['revoking', revocationBody, { reason: 'x' }, { reason: { bad: [undefined, '', ' ', 'x'.repeat(501), long, null] } }],
  ['suspending', suspensionBody, { until: null }, { until: { good: ['2026-12-01', '2026-12-01T00:00:00+08:00'], bad: [undefined, '', '2026-12-32', 'besok', 1] } }],
  ['saving a place', saveReadingBody, { position: { page: 3 }, savedAt: '2026-11-22T02:00:00Z' }, {
    position: { good: [{ page: 1, offset: 0 }, { page: 1_000_000, offset: 1 }], bad: [undefined, null, {}, { page: 0 }, { page: -1 }, { page: 1.5 }, { page: '3' }, { page: 1_000_001 }, { page: 1, offset: 1.1 }, { page: 1, offset: -0.1 }] },
    savedAt: { good: ['2026-11-22T10:00:00+08:00'], bad: [undefined, null, '', '2026-11-22', 'now', 1] },
    device: { good: [undefined, { id: 'a' }, { id: 'a', name: null }, { id: 'a', name: 'HP' }], bad: [null, {}, { id: '' }, { id: 'x'.repeat(101) }, { id: 'a', name: '' }] },
  }],
  ['a new title', newTitleBody, { uploadId: id, title: 'Judul', licence: { model: 'perpetual', copies: 1 } }, {
    uploadId: { bad: [undefined, 'x', null] },
    title: { good: ['x'.repeat(500), '<script>'], bad: [undefined, '', '  ', null, long, '\u0007'] },
    authors: { good: [[], ['A', 'B', 'A'], Array.from({ length: 50 }, (_, place) => `${place}`)], bad: ['A', [null], Array.from({ length: 51 }, () => 'A'), [long]] },
    year: { good: [null, 1000, 2200], bad: [999, 2201, 2026.5, '2026'] },
    language: { good: ['id', 'EN', 'zh-Hant', 'bjn'], bad: ['', 'indonesian!', 'i', '../x', null] },
    isbn: { good: [null, '', '978-979-3062-79-2'], bad: [7, long] },
    description: { good: [null, '', 'satu\n\ndua'], bad: ['x'.repeat(10_001), 7] },
    licence: { bad: [undefined, null, {}, { model: 'perpetual' }] },
    published: { good: [false, true, undefined], bad: ['no', 0, null] },
  }],
  ['correcting a title', editTitleBody, {}, { published: { good: [true, undefined], bad: [false, null] }, title: { good: ['x'], bad: ['', null] }, subtitle: { good: [null, ''], bad: [7] } }],
  ['changing the copies', copiesBody, { count: 3 }, { count: { good: [0, 10_000], bad: [undefined, -1, 1.5, 10_001, '3', null, 1e308] }, licenceId: { good: [undefined, id], bad: ['x', null] } }],
  ['replacing a file', contentBody, { uploadId: id }, { uploadId: { bad: [undefined, 'x'] } }],
  ['withdrawing a title', withdrawalBody, { reason: 'x' }, { reason: { bad: ['', ' ', undefined, long] }, loans: { good: ['run-out', 'end', undefined], bad: ['keep', null] } }],
  ['withdrawing a licence', licenceWithdrawalBody, { reason: 'x' }, { reason: { bad: ['', undefined] }, loans: { good: ['end'], bad: ['x'] } }],
  ['beginning an upload', beginUploadBody, { fileName: 'a.pdf', sizeBytes: 1 }, { fileName: { good: ['x'.repeat(1000)], bad: ['', undefined, 'x'.repeat(1001)] }, sizeBytes: { good: [0, 500_000_000], bad: [-1, 1.5, '1', undefined, Infinity, 1e308] } }],
  ['completing an upload', completeUploadBody, { parts: [{ number: 1, etag: '"a"' }] }, { parts: { good: [[]], bad: [undefined, null, [{ number: 0, etag: 'a' }], [{ number: 1 }], [{ number: 10_001, etag: 'a' }], [{ number: 1, etag: '' }]] } }],
  ['announcing a maintenance', maintenanceBody, { from: '2026-12-01T00:00:00Z', until: '2026-12-01T02:00:00Z' }, { from: { bad: [undefined, '', '2026-12-01', null] }, shownFrom: { good: [null, undefined, '2026-11-30T00:00:00Z'], bad: ['x'] }, note: { good: [null, undefined, 'x'], bad: ['x'.repeat(301), 7] } }],
  ['the policy', policyBody, { loanPeriod: 'P3D', loanLimit: 5, holdLimit: 5, pickupWindow: 'P1D', renewalLimit: 1, renewalWindow: 'P1D', retention: 'P90D' }, {
    loanPeriod: { good: ['PT5S'], bad: [undefined, null, 3, 'P'.repeat(61)] },
    loanLimit: { bad: [undefined, null, '5'] },
    shorterLoans: { good: [null, undefined, { waitingPerCopy: 3, loanPeriod: 'P1D' }], bad: [{}, { waitingPerCopy: 3 }, 'P1D'] },
    unverifiedLimits: { good: [null, { loanLimit: 1, holdLimit: 1 }], bad: [{ loanLimit: 1 }, 1] },
  }],
  ['a category’s policy', categoryPolicyBody, {}, { loanPeriod: { good: [null, 'P1D', undefined], bad: [3] }, loanLimit: { good: [null, 7], bad: ['7'] } }],
  ['a visit', visitBody, {}, { token: { good: [undefined, 'x'.repeat(8), 'x'.repeat(100)], bad: ['x'.repeat(7), 'x'.repeat(101), null, 7] } }],
  ['asking the catalogue', titlesQuery, {}, { limit: { good: ['1', '100', 20], bad: ['0', '101', 'x', '1.5', ''] }, sort: { good: ['relevance', 'newest', 'popular', 'title'], bad: ['x', ''] }, available: { good: ['true', 'false'], bad: ['1', '', 'yes'] }, q: { good: ['', long], bad: [['a', 'b']] }, cursor: { bad: ['x'.repeat(2001)] } }],
  ['asking the loan database', adminLoansQuery, {}, { state: { good: ['', 'active', 'ended'], bad: ['x'] }, from: { good: ['', '2026-11-01', '2026-11-01T00:00:00Z'], bad: ['1 Nov', '2026-11-31'] }, format: { good: ['csv', 'json', ''], bad: ['pdf'] }, member: { good: ['', ' budi '], bad: ['x'.repeat(201)] } }],
  ['asking for members', memberSearchQuery, {}, { q: { good: ['', 'x'.repeat(200)], bad: ['x'.repeat(201)] }, state: { good: ['', 'blocked', 'ended', 'staff'], bad: ['x'] } }],
  ['asking for figures', statsQuery, {}, { from: { good: ['2026-11-01', '2026-11-01T00:00:00Z'], bad: ['', 'x', '2026-11-31'] }, to: { good: ['2026-11-01'], bad: ['x'] } }],
  ['asking for the report', rekapQuery, {}, { month: { good: ['2026-11', undefined], bad: ['2026-13', '2026-00', '1800-01', '2026-1', '26-11'] }, part: { good: ['days', 'books'], bad: ['x'] } }],
];

describe.each(bodies)('%s', (_, schema, good, fields) => {
  test('is taken as it stands', () => expect(schema.safeParse(good).error).toBeUndefined());

  test.each(Object.keys(fields))('%s: what is taken and what is not', (name) => {
    for (const value of fields[name]?.good ?? []) expect({ name, value, isTaken: takes(schema, { ...good, [name]: value }) }).toEqual({ name, value, isTaken: true });
    for (const value of fields[name]?.bad ?? []) expect({ name, value, isTaken: takes(schema, { ...good, [name]: value }) }).toEqual({ name, value, isTaken: false });
  });

  test('whatever else comes is refused or taken, and never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.anything(), fc.dictionary(fc.constantFrom(...Object.keys(fields)), fc.anything()).map((some) => ({ ...good, ...some }))), (given) => {
      expect(() => schema.safeParse(given)).not.toThrow();
    }), { numRuns: 40, seed: 2026 });
  });
});

describe('what is made of what was typed', () => {
  const registered = (more: object) => registrationSchema.parse({ name: 'Siti', password: 'buku-harian-7', ...more });

  test('a name without double spaces, an address in small letters, a telephone in one form', () => {
    expect(registered({ name: '  Siti \n Aminah ', email: ' Siti@Contoh.ID ', phone: '0812-3456-7890' })).toMatchObject({ name: 'Siti Aminah', email: 'siti@contoh.id', phone: registered({ phone: '+62 812 3456 7890' }).phone });
  });

  test('an empty field is no answer, and not an empty answer', () => {
    expect(registered({ email: '', phone: ' ', birthDate: '' })).toMatchObject({ email: null, phone: null, birthDate: null });
  });

  test.each([['P', 'female'], ['perempuan', 'female'], ['L', 'male'], [' Laki-Laki ', 'male'], ['other', 'other']])('gender %s is %s', (typed, gender) => {
    expect(registered({ gender: typed }).gender).toBe(gender);
  });

  test('a password is taken to the letter, its spaces too', () => {
    expect(registered({ password: '  dua spasi  ' }).password).toBe('  dua spasi  ');
  });

  test('a title’s list of authors has each once and no empty one', () => {
    const made = newTitleBody.parse({ uploadId: id, title: ' Dua  Kata ', authors: ['A', ' A ', '', 'B'], language: 'ID', isbn: '9789793062792', licence: { model: 'perpetual', copies: 1 } });
    expect(made).toMatchObject({ title: 'Dua Kata', authors: ['A', 'B'], language: 'id', published: true, subtitle: null, description: null });
  });

  test('what is not named stays: a correction has only what it names', () => {
    expect(editTitleBody.parse({ title: 'Baru' })).toEqual({ title: 'Baru' });
    expect(profileChangeSchema.parse({ phone: '' })).toEqual({ phone: null });
  });

  test('quotes around a part’s mark go', () => {
    expect(completeUploadBody.parse({ parts: [{ number: 1, etag: '"abc"' }] }).parts).toEqual([{ number: 1, etag: 'abc' }]);
  });

  test('a category arrives as it was written in the address', () => {
    expect(categoryParams.parse({ category: 'guru%20besar' })).toEqual({ category: 'guru besar' });
    expect(categoryParams.parse({ category: '50%' })).toEqual({ category: '50%' });
    for (const category of ['', ' ', '%20', 'x'.repeat(61)]) expect(takes(categoryParams, { category })).toBe(false);
  });
});

describe('days of the library', () => {
  test('a day begins at 00.00 of the library’s own wall, an instant is an instant', () => {
    expect(fromInstant.parse('2026-11-22')).toEqual(new Date('2026-11-21T16:00:00Z'));
    expect(fromInstant.parse('2026-11-22T00:00:00Z')).toEqual(new Date('2026-11-22T00:00:00Z'));
  });

  test('"to" a day counts that day whole', () => {
    expect(untilInstant.parse('2026-11-22')).toEqual(new Date('2026-11-22T16:00:00Z'));
    expect(untilInstant.parse('2026-12-31')).toEqual(fromInstant.parse('2027-01-01'));
  });

  test('an instant stands for the day on which it falls here', () => {
    expect([libraryDay.parse('2026-11-22T15:59:59Z'), libraryDay.parse('2026-11-22T16:00:00Z')]).toEqual(['2026-11-22', '2026-11-23']);
  });

  test('figures are asked for three years at most, and never backwards', () => {
    expect(takes(statsQuery, { from: '2024-01-01', to: '2026-11-22' })).toBe(true);
    expect(takes(statsQuery, { from: '2023-01-01', to: '2026-11-22' })).toBe(false);
    expect(takes(statsQuery, { from: '2026-11-22', to: '2026-11-21' })).toBe(false);
  });

  test.each(['2026-11', '1999-01', '2100-12'])('%s is a month', (text) => expect(takes(month, text)).toBe(true));
});

describe('a licence has the terms of its model and no others', () => {
  const expires = '2030-01-01';
  test.each([
    ['perpetual', { copies: 2 }, true], ['perpetual', {}, false], ['perpetual', { copies: 0 }, false], ['perpetual', { copies: 10_001 }, false], ['perpetual', { copies: 1, checkoutsLimit: 5 }, false], ['perpetual', { copies: 1, expiresAt: expires }, false],
    ['metered-by-time', { copies: 1, expiresAt: expires }, true], ['metered-by-time', { copies: 1 }, false], ['metered-by-time', { copies: 1, expiresAt: expires, checkoutsLimit: 5 }, false],
    ['metered-by-loans', { copies: 1, checkoutsLimit: 26 }, true], ['metered-by-loans', { copies: 1 }, false], ['metered-by-loans', { copies: 1, checkoutsLimit: 0 }, false],
    ['metered-by-both', { copies: 1, checkoutsLimit: 26, expiresAt: expires }, true], ['metered-by-both', { copies: 1, checkoutsLimit: 26 }, false],
    ['bundle', { copies: 5, checkoutsLimit: 100 }, true], ['bundle', { copies: 5 }, false],
    ['simultaneous-use', {}, true], ['simultaneous-use', { checkoutsLimit: 5 }, true], ['lent-for-ever', { copies: 1 }, false],
  ] as const)('%s with %j: %p', (model, terms, isTaken) => {
    const given = { model, ...terms };
    // under simultaneous use a limit of loans is the domain's to allow or not; either way it is an answer
    if (model === 'simultaneous-use' && 'checkoutsLimit' in terms) return expect(() => licenceSchema.safeParse(given)).not.toThrow();
    return expect(takes(licenceSchema, given)).toBe(isTaken);
  });

  test('its end is a whole second, and its price whole Rupiah', () => {
    const made = licenceSchema.parse({ model: 'metered-by-time', copies: 1, expiresAt: '2030-01-01T00:00:00.001Z' });
    expect(made.expiresAt).toEqual(new Date('2030-01-01T00:00:01Z'));
    for (const priceRupiah of [-1, 0.5, '100', 1e300]) expect(takes(licenceSchema, { model: 'perpetual', copies: 1, priceRupiah })).toBe(false);
  });

  test.each(['P3D', 'PT5S', 'PT36H'])('the longest loan it allows may be %s', (loanLength) => expect(takes(licenceSchema, { model: 'perpetual', copies: 1, loanLength })).toBe(true));
  test.each(['P1M', 'P1Y', 'PT1S', '3 days', '', 'P'])('but not %j', (loanLength) => expect(takes(licenceSchema, { model: 'perpetual', copies: 1, loanLength })).toBe(false));
});
