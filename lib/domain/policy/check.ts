import { durationMs } from '../duration';
import { categoryFields, type CategoryPolicy, type Policy } from '../lending/policy';
import { day, second } from '../time';

export type PolicyProblem = { readonly field: string; readonly problem: PolicyProblemKind };
export type PolicyProblemKind = 'not-a-duration' | 'not-exact' | 'too-short' | 'too-long' | 'not-a-count';

export const durationFields = ['loanPeriod', 'pickupWindow', 'renewalWindow', 'retention'] as const;
export const countFields = ['loanLimit', 'holdLimit', 'renewalLimit', 'forgivenPickups'] as const;

export const shortestMs = 5 * second;
/** A century; whoever wants longer means "for ever", which no loan is. */
export const longestMs = 36_500 * day;
export const largestCount = 1000;

/**
 * What is wrong with a policy that an admin hands in; nothing when it may apply. Durations are exact, from five seconds up;
 * a window may exceed the loan period (a renewal is then possible at once).
 */
export function checkPolicy(policy: Policy): readonly PolicyProblem[] {
  const durations = durationFields.flatMap((field) => problemOfDuration(field, policy[field]));
  const counts = countFields.flatMap((field) => problemOfCount(field, policy[field]));
  const { unverifiedLimits, shorterLoans } = policy;
  const unverified = unverifiedLimits === null ? [] : (['loanLimit', 'holdLimit'] as const).flatMap((field) => problemOfCount(`unverifiedLimits.${field}`, unverifiedLimits[field]));
  const shorter =
    shorterLoans === null ? [] : [...problemOfCount('shorterLoans.waitingPerCopy', shorterLoans.waitingPerCopy), ...problemOfDuration('shorterLoans.loanPeriod', shorterLoans.loanPeriod)];
  return [...durations, ...counts, ...unverified, ...shorter];
}

/** The same for what is said of one category or one title: a value that is silent is the default's to say. */
export function checkCategoryPolicy(said: Partial<CategoryPolicy>): readonly PolicyProblem[] {
  return categoryFields.flatMap((field) => {
    const value = said[field];
    if (value === null || value === undefined) return [];
    return typeof value === 'string' ? problemOfDuration(field, value) : problemOfCount(field, value);
  });
}

function problemOfDuration(field: string, text: string): readonly PolicyProblem[] {
  const milliseconds = durationMs(text);
  if (milliseconds === null) return [{ field, problem: hasMonthsOrYears.test(text) ? 'not-exact' : 'not-a-duration' }];
  if (milliseconds < shortestMs) return [{ field, problem: 'too-short' }];
  if (milliseconds > longestMs) return [{ field, problem: 'too-long' }];
  return [];
}

const hasMonthsOrYears = /^P(?=[^T]*[YM])[\dYMWD]+(T[\dHMS]+)?$/;

function problemOfCount(field: string, count: number): readonly PolicyProblem[] {
  return Number.isInteger(count) && count >= 0 && count <= largestCount ? [] : [{ field, problem: 'not-a-count' }];
}
