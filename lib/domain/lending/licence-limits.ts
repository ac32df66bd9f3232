import type { LicenceModel } from './licence';

type Need = 'needed' | 'possible' | 'none';

/** Which limits make a model what it is; the database holds the same (CHECK Licence_limits). */
export const licenceLimits: Readonly<Record<LicenceModel, { readonly expiresAt: Need; readonly checkoutsLimit: Need; readonly copies: Need }>> = {
  perpetual: { expiresAt: 'none', checkoutsLimit: 'none', copies: 'needed' },
  'metered-by-time': { expiresAt: 'needed', checkoutsLimit: 'none', copies: 'needed' },
  'metered-by-loans': { expiresAt: 'none', checkoutsLimit: 'needed', copies: 'needed' },
  'metered-by-both': { expiresAt: 'needed', checkoutsLimit: 'needed', copies: 'needed' },
  bundle: { expiresAt: 'possible', checkoutsLimit: 'needed', copies: 'needed' },
  'simultaneous-use': { expiresAt: 'possible', checkoutsLimit: 'none', copies: 'possible' },
};

export type LimitName = keyof (typeof licenceLimits)[LicenceModel];
export type Misfit = { readonly name: LimitName; readonly because: 'missing' | 'not-of-this-model' };

/** The limits that are missing, or that the model does not have. */
export function misfits(given: { readonly model: LicenceModel } & Readonly<Record<LimitName, unknown>>): readonly Misfit[] {
  return (['expiresAt', 'checkoutsLimit', 'copies'] as const).flatMap((name): Misfit[] => {
    const isGiven = given[name] !== null && given[name] !== undefined && given[name] !== 0;
    const need = licenceLimits[given.model][name];
    if (need === 'needed' && !isGiven) return [{ name, because: 'missing' }];
    return need === 'none' && isGiven ? [{ name, because: 'not-of-this-model' }] : [];
  });
}
