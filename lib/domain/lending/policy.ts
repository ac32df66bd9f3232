import { knownDurationMs, type IsoDuration } from '../duration';

/** What an admin edits (rule 6). Durations as ISO 8601, exact. */
export type Policy = {
  readonly loanPeriod: IsoDuration;
  readonly loanLimit: number;
  readonly holdLimit: number;
  readonly pickupWindow: IsoDuration;
  readonly renewalLimit: number;
  readonly renewalWindow: IsoDuration;
  readonly retention: IsoDuration;
  /** Limits for members whose e-mail and phone are both unverified; null: the same as for everybody. */
  readonly unverifiedLimits: { readonly loanLimit: number; readonly holdLimit: number } | null;
};

export const defaultPolicy: Policy = {
  loanPeriod: 'P3D',
  loanLimit: 5,
  holdLimit: 5,
  pickupWindow: 'P1D',
  renewalLimit: 1,
  renewalWindow: 'P1D',
  retention: 'P90D',
  unverifiedLimits: null,
};

/** What a title says for itself; absent values fall to the default policy. */
export type TitleTerms = {
  readonly loanPeriod: IsoDuration | null;
  readonly pickupWindow: IsoDuration | null;
  readonly renewalLimit: number | null;
  readonly renewalWindow: IsoDuration | null;
};

/** The terms that hold for a title at the moment of an act; times in milliseconds. */
export type Terms = {
  readonly loanPeriodMs: number;
  readonly pickupWindowMs: number;
  readonly renewalLimit: number;
  readonly renewalWindowMs: number;
};

/** Rule 6: period, window and renewals: the title's own value over the default. */
export function termsOf(policy: Policy, own: TitleTerms): Terms {
  return {
    loanPeriodMs: knownDurationMs(own.loanPeriod ?? policy.loanPeriod),
    pickupWindowMs: knownDurationMs(own.pickupWindow ?? policy.pickupWindow),
    renewalLimit: own.renewalLimit ?? policy.renewalLimit,
    renewalWindowMs: knownDurationMs(own.renewalWindow ?? policy.renewalWindow),
  };
}

export type Limits = { readonly loanLimit: number; readonly holdLimit: number };

/** Nobody unverified may have more than verified members may. */
export function limitsOf(policy: Policy, member: { readonly verified: boolean }): Limits {
  if (member.verified || policy.unverifiedLimits === null) return { loanLimit: policy.loanLimit, holdLimit: policy.holdLimit };
  return {
    loanLimit: Math.min(policy.loanLimit, policy.unverifiedLimits.loanLimit),
    holdLimit: Math.min(policy.holdLimit, policy.unverifiedLimits.holdLimit),
  };
}
