import { knownDurationMs, type IsoDuration } from '../duration';
import { addMs, earlier, roundUpToSecond } from '../time';

/** Rule 7, in ODL's terms: how many loans in all (`checkouts`), until when (`expires`), how long each (`length`); `concurrency` is the number of its copies. */
export type LicenceTerms = {
  readonly model: LicenceModel;
  readonly expiresAt: Date | null;
  readonly checkoutsLimit: number | null;
  readonly loanLength: IsoDuration | null;
};

export const licenceModels = ['perpetual', 'metered-by-time', 'metered-by-loans', 'metered-by-both', 'bundle', 'simultaneous-use'] as const;
export type LicenceModel = (typeof licenceModels)[number];

export type Licence = LicenceTerms & {
  readonly id: string;
  /** Loans and renewals charged so far, where the licence counts them. A used loan is not given back. */
  readonly checkoutsUsed: number;
  readonly end: LicenceEnd | null;
};

export type LicenceEnd = { readonly at: Date; readonly because: LicenceEndCause; readonly reason: string | null; /** Its running loans end with it (a rights problem). */ readonly loansEnd: boolean };
export type LicenceEndCause = 'expired' | 'used-up' | 'withdrawn';

/** Simultaneous use: no limit on concurrent loans, so no copies. */
export function isForAll({ model }: Pick<LicenceTerms, 'model'>): boolean {
  return model === 'simultaneous-use';
}

/** How many more loans or renewals the licence pays for. */
export function checkoutsLeft({ checkoutsLimit, checkoutsUsed }: Licence): number {
  return checkoutsLimit === null ? Infinity : Math.max(0, checkoutsLimit - checkoutsUsed);
}

/** The end of a loan or renewal that counts from `from`: no loan outlives its licence. */
export function grantedUntil({ expiresAt, loanLength }: LicenceTerms, from: Date, periodMs: number): Date {
  const asked = roundUpToSecond(addMs(from, loanLength === null ? periodMs : Math.min(periodMs, knownDurationMs(loanLength))));
  return withinLicence({ expiresAt }, asked);
}

/** No loan or offer outlives its licence. */
export function withinLicence({ expiresAt }: Pick<LicenceTerms, 'expiresAt'>, until: Date): Date {
  return expiresAt === null ? until : earlier(until, expiresAt);
}

/** When a licence ended or, unless something else ends it before, will have ended by the clock; null: neither. */
export function endsAt({ expiresAt, end }: Licence): Date | null {
  return end?.at ?? expiresAt;
}
