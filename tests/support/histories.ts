import fc from 'fast-check';
import { licenceModels, type LicenceModel, type LicenceTerms } from '@/lib/domain/lending/licence';
import { addMs, hour, roundUpToSecond } from '@/lib/domain/time';
import type { PureLibrary } from './pure-library';
import { isLong, seed } from './rounds';

const isMutation = process.env['STRYKER_MUTATOR_WORKER'] !== undefined;

/** In the long run a sequence is up to 100 acts; a mutant must not take minutes. */
export const sequence = { maxLength: isLong ? 100 : isMutation ? 12 : 80 };

/**
 * How many sequences, from the seed of the proof: 10,000 in the long run, elsewhere as many as fit into the time; few, and
 * none made smaller, while mutants are tried. `PINJAM_SEED` and `PINJAM_ROUNDS` play what was printed again.
 */
export function sequencesOf({ inCi, withinMs, inLong = 10_000 }: { inCi: number; withinMs: number; inLong?: number }): fc.Parameters<unknown> {
  const numRuns = Number(process.env['PINJAM_ROUNDS'] ?? (isLong ? inLong : isMutation ? 25 : inCi));
  return { numRuns, seed, endOnFailure: isMutation, ...(isLong ? {} : { interruptAfterTimeLimit: withinMs }) };
}

/** One act in the life of a title with eight members. */
export type Step =
  | { act: 'borrow' | 'returnLoan' | 'renew' | 'placeHold' | 'cancelHold' | 'resumeHold' | 'passOffer' | 'moveToFront'; member: number }
  | { act: 'suspendHold'; member: number; hours: number | null }
  | { act: 'block'; member: number; hours: number | null }
  | { act: 'pass'; minutes: number }
  | { act: 'settle' }
  | { act: 'copies'; count: number }
  | { act: 'withdraw'; loansEnd: boolean }
  | { act: 'addLicence'; licence: LicenceShape }
  | { act: 'endLicence'; which: number; loansEnd: boolean }
  | { act: 'extend'; member: number };

export type LicenceShape = { model: LicenceModel; copies: number; hours: number; checkouts: number; lengthHours: number | null };

const member = fc.integer({ min: 0, max: 7 });

/** Most are of copies: once everybody can have the title at once, nothing much happens any more. */
const aLicenceShape: fc.Arbitrary<LicenceShape> = fc.record({
  model: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...licenceModels.filter((model) => model !== 'simultaneous-use')) }, { weight: 1, arbitrary: fc.constant('simultaneous-use' as const) }),
  copies: fc.integer({ min: 1, max: 2 }),
  hours: fc.integer({ min: 1, max: 200 }),
  checkouts: fc.integer({ min: 1, max: 4 }),
  lengthHours: fc.option(fc.integer({ min: 1, max: 90 }), { freq: 4 }),
});

/** The terms that fit the model; a bundle and simultaneous use may end on a date or not. */
export function termsOfShape({ model, hours, checkouts, lengthHours }: LicenceShape, now: Date): LicenceTerms {
  const isTimed = model === 'metered-by-time' || model === 'metered-by-both' || ((model === 'bundle' || model === 'simultaneous-use') && hours % 2 === 0);
  const isCounted = model === 'metered-by-loans' || model === 'metered-by-both' || model === 'bundle';
  return { model, expiresAt: isTimed ? roundUpToSecond(addMs(now, hours * hour)) : null, checkoutsLimit: isCounted ? checkouts : null, loanLength: lengthHours === null ? null : `PT${lengthHours}H` };
}

export const aStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ act: fc.constantFrom('borrow' as const, 'placeHold' as const), member }) },
  { weight: 5, arbitrary: fc.record({ act: fc.constantFrom('returnLoan' as const, 'renew' as const, 'cancelHold' as const), member }) },
  { weight: 4, arbitrary: fc.record({ act: fc.constantFrom('resumeHold' as const, 'passOffer' as const, 'moveToFront' as const), member }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('suspendHold' as const), member, hours: fc.option(fc.integer({ min: 1, max: 400 * 24 })) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('pass' as const), minutes: fc.integer({ min: 0, max: 60 * 24 * 400 }) }) },
  { weight: 6, arbitrary: fc.record({ act: fc.constant('pass' as const), minutes: fc.integer({ min: 0, max: 60 * 40 }) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('block' as const), member, hours: fc.option(fc.integer({ min: 1, max: 60 })) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('settle' as const) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('copies' as const), count: fc.integer({ min: 0, max: 4 }) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('extend' as const), member }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('addLicence' as const), licence: aLicenceShape }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('endLicence' as const), which: fc.nat(5), loansEnd: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('withdraw' as const), loansEnd: fc.boolean() }) },
);

export const nameOf = (one: number) => `m${one}`;

export function takeStep(library: PureLibrary, one: Step): void {
  switch (one.act) {
    case 'pass':
      return library.pass(one.minutes * 60_000 + 7);
    case 'settle':
      return library.settle();
    case 'copies':
      // copies stand in the order in which they came; of one instant, the database has them in no order
      library.pass(1);
      return void library.changeCopies(one.count);
    case 'withdraw':
      return void library.withdraw(one.loansEnd);
    case 'addLicence':
      // licences stand in the order in which they were bought
      library.pass(1);
      return void library.addLicence({ terms: termsOfShape(one.licence, library.now), copies: one.licence.copies });
    case 'endLicence':
      return void library.endLicence(one.which, one.loansEnd);
    case 'block':
      return library.block(nameOf(one.member), one.hours === null ? null : new Date(library.now.getTime() + one.hours * hour));
    case 'suspendHold':
      return void library.suspendHold(nameOf(one.member), one.hours === null ? null : new Date(library.now.getTime() + one.hours * hour));
    default:
      return void library[one.act](nameOf(one.member));
  }
}
