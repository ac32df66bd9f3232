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
  /** So many turns that passed untaken cost nobody their place; the next one does. */
  readonly forgivenPickups: number;
  /** While more than so many wait per usable copy, a loan is no longer than this; null: off. */
  readonly shorterLoans: { readonly waitingPerCopy: number; readonly loanPeriod: IsoDuration } | null;
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
  forgivenPickups: 1,
  shorterLoans: null,
  unverifiedLimits: null,
};

/** What a title says for itself; what it is silent about is the category's or the default's to say. */
export type TitleTerms = Silent<Pick<Policy, 'loanPeriod' | 'pickupWindow' | 'renewalLimit' | 'renewalWindow'>>;

/** What is said for members of one category. */
export type CategoryPolicy = { readonly category: string } & Silent<Pick<Policy, CategoryField>>;
export const categoryFields = ['loanPeriod', 'loanLimit', 'holdLimit', 'pickupWindow', 'renewalLimit', 'renewalWindow'] as const;
export type CategoryField = (typeof categoryFields)[number];

type Silent<T> = { readonly [F in keyof T]: T[F] | null };

/** The three who may say a value, and what the case adds. */
export type Said = { readonly policy: Policy; readonly title: TitleTerms | null; readonly category: CategoryPolicy | null };
export type Because = 'title' | 'category' | 'default';
export type Applied<V> = { readonly value: V; readonly because: Because | 'unverified' };

/** The terms of a loan with where each comes from, for people: durations as they were written. */
export type AppliedTerms = { readonly [F in keyof TitleTerms]: Applied<Policy[F]> };

export function termsThatApply(said: Said): AppliedTerms {
  return { loanPeriod: valueThatApplies('loanPeriod', said), pickupWindow: valueThatApplies('pickupWindow', said), renewalLimit: valueThatApplies('renewalLimit', said), renewalWindow: valueThatApplies('renewalWindow', said) };
}

/**
 * Rule 6, the one place where it is decided which value applies, and why: period, window and renewals: the title's own
 * value over the member category's over the default; limits: category over default.
 */
export function valueThatApplies<F extends CategoryField>(field: F, { policy, title, category }: Said): { readonly value: Policy[F]; readonly because: Because } {
  const own = isTitleField(field) ? (title?.[field] as Policy[F] | null | undefined) : null;
  if (own !== null && own !== undefined) return { value: own, because: 'title' };
  const ofCategory = category?.[field] as Policy[F] | null | undefined;
  if (ofCategory !== null && ofCategory !== undefined) return { value: ofCategory, because: 'category' };
  return { value: policy[field], because: 'default' };
}

function isTitleField(field: CategoryField): field is CategoryField & keyof TitleTerms {
  return field !== 'loanLimit' && field !== 'holdLimit';
}

/** The terms that hold for a title and a member category at the moment of an act; times in milliseconds. */
export type Terms = {
  readonly loanPeriodMs: number;
  readonly pickupWindowMs: number;
  readonly renewalLimit: number;
  readonly renewalWindowMs: number;
  readonly forgivenPickups: number;
  readonly shorterLoans: { readonly waitingPerCopy: number; readonly loanPeriodMs: number } | null;
};

export function termsOf(policy: Policy, title: TitleTerms, category: CategoryPolicy | null = null): Terms {
  const value = <F extends CategoryField>(field: F) => valueThatApplies(field, { policy, title, category }).value;
  const { forgivenPickups, shorterLoans } = policy;
  return {
    loanPeriodMs: knownDurationMs(value('loanPeriod')),
    pickupWindowMs: knownDurationMs(value('pickupWindow')),
    renewalLimit: value('renewalLimit'),
    renewalWindowMs: knownDurationMs(value('renewalWindow')),
    forgivenPickups,
    shorterLoans: shorterLoans === null ? null : { waitingPerCopy: shorterLoans.waitingPerCopy, loanPeriodMs: knownDurationMs(shorterLoans.loanPeriod) },
  };
}

/** A title's terms for members without a category of their own, and for each category that says something. */
export type TermsOfTitle = { readonly terms: Terms; readonly termsByCategory?: Readonly<Record<string, Terms>> };

export function termsFor({ terms, termsByCategory }: TermsOfTitle, category: string | null): Terms {
  return (category === null ? undefined : termsByCategory?.[category]) ?? terms;
}

/** How long a loan that begins now lasts: shorter while many wait, where the library chose so; never longer. */
export function loanPeriodNow({ loanPeriodMs, shorterLoans }: Terms, { waitingCount, copyCount }: { waitingCount: number; copyCount: number }): number {
  if (shorterLoans === null || waitingCount <= shorterLoans.waitingPerCopy * copyCount) return loanPeriodMs;
  return Math.min(loanPeriodMs, shorterLoans.loanPeriodMs);
}

export type Limits = { readonly loanLimit: number; readonly holdLimit: number };

export function limitsOf(policy: Policy, member: { readonly verified: boolean }, category: CategoryPolicy | null = null): Limits {
  const limit = (field: keyof Limits) => limitThatApplies(field, { policy, category }, member).value;
  return { loanLimit: limit('loanLimit'), holdLimit: limit('holdLimit') };
}

/** Category over default; nobody unverified may have more than verified members may. */
export function limitThatApplies(field: keyof Limits, { policy, category }: Omit<Said, 'title'>, { verified }: { readonly verified: boolean }): Applied<number> {
  const said = valueThatApplies(field, { policy, title: null, category });
  const ofUnverified = policy.unverifiedLimits?.[field];
  return verified || ofUnverified === undefined || said.value <= ofUnverified ? said : { value: ofUnverified, because: 'unverified' };
}
