import { describe, expect, test } from '@jest/globals';
import { typedNumber } from '@/app/(staff)/admin/_components/typed-number';
import { emptyLicence, licenceBody } from '@/app/(staff)/admin/titles/_licences/licence-form';
import { bodyOf, emptyForm } from '@/app/(staff)/admin/titles/_title/title-form';

describe('what stands in a field for a number', () => {
  test.each([['', null], ['  ', null], ['0', 0], [' 2026 ', 2026], ['dua', 'dua'], [' 2x ', '2x'], ['1e999', '1e999']])('%j is %j', (field, value) => {
    expect(typedNumber(field)).toBe(value);
  });
});

describe('a licence as it is typed', () => {
  const metered = { ...emptyLicence, model: 'metered-by-loans', copies: '3', checkoutsLimit: '26', loanDays: '7', priceRupiah: '75000' } as const;

  test('is sent with its limits as numbers, and the longest loan as a length of days', () => {
    expect(licenceBody(metered)).toMatchObject({ model: 'metered-by-loans', copies: 3, checkoutsLimit: 26, loanLength: 'P7D', priceRupiah: 75_000 });
    expect(licenceBody(emptyLicence)).toMatchObject({ copies: 1, checkoutsLimit: null, expiresAt: null, loanLength: null, priceRupiah: null });
  });

  test('a price or a length that is none is sent as it stands and named, not dropped', () => {
    expect(licenceBody({ ...metered, priceRupiah: 'Rp75000', loanDays: 'seminggu', checkoutsLimit: 'banyak' })).toMatchObject({ priceRupiah: 'Rp75000', loanLength: 'seminggu', checkoutsLimit: 'banyak' });
  });

  test('limits that its model does not have are left out', () => {
    expect(licenceBody({ ...metered, model: 'perpetual', expiresAt: '2027-01-01' })).toMatchObject({ checkoutsLimit: null, expiresAt: null });
  });
});

test.each([['', null], [' 1998 ', 1998], ['awal 1998', 'awal 1998']])('the year %j of a title is sent as %j', (year, value) => {
  expect(bodyOf({ ...emptyForm, year }).year).toBe(value);
});
