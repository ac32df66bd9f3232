import { describe, expect, test } from '@jest/globals';
import { licenceModels } from '@/lib/domain/lending/licence';
import { licenceLimits, misfits } from '@/lib/domain/lending/licence-limits';

const nothing = { expiresAt: null, checkoutsLimit: null, copies: 0 };
const everything = { expiresAt: new Date(0), checkoutsLimit: 9, copies: 2 };

describe('each licence model has the limits that make it what it is', () => {
  test('a date for one metered by time, a number for one metered by loans or a bundle, both for both', () => {
    const missing = (model: (typeof licenceModels)[number]) => misfits({ model, ...nothing }).map(({ name }) => name);
    expect(missing('perpetual')).toEqual(['copies']);
    expect(missing('metered-by-time')).toEqual(['expiresAt', 'copies']);
    expect(missing('metered-by-loans')).toEqual(['checkoutsLimit', 'copies']);
    expect(missing('metered-by-both')).toEqual(['expiresAt', 'checkoutsLimit', 'copies']);
    expect(missing('bundle')).toEqual(['checkoutsLimit', 'copies']);
    expect(missing('simultaneous-use')).toEqual([]);
  });

  test('and no others: a perpetual one has no end, simultaneous use no number of loans', () => {
    expect(misfits({ model: 'perpetual', ...everything })).toEqual([{ name: 'expiresAt', because: 'not-of-this-model' }, { name: 'checkoutsLimit', because: 'not-of-this-model' }]);
    expect(misfits({ model: 'simultaneous-use', ...everything })).toEqual([{ name: 'checkoutsLimit', because: 'not-of-this-model' }]);
    expect(misfits({ model: 'metered-by-both', ...everything })).toEqual([]);
  });

  test('every model is told of', () => expect(Object.keys(licenceLimits).sort()).toEqual([...licenceModels].sort()));
});
