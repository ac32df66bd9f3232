import { knownDurationMs } from '../duration';
import type { Policy } from '../lending/policy';
import { durationFields } from './check';

/** The values that differ, before and after: what the audit keeps. `P7D` and `P1W` are the same value. */
export function policyDifference(before: Policy, after: Policy): Readonly<Record<string, { readonly before: unknown; readonly after: unknown }>> {
  const fields = Object.keys(before) as (keyof Policy)[];
  return Object.fromEntries(
    fields.filter((field) => comparable(before, field) !== comparable(after, field)).map((field) => [field, { before: before[field], after: after[field] }]),
  );
}

function comparable(policy: Policy, field: keyof Policy): string {
  const duration = durationFields.find((one) => one === field);
  if (duration !== undefined) return String(knownDurationMs(policy[duration]));
  const { unverifiedLimits, shorterLoans } = policy;
  if (field === 'unverifiedLimits') return unverifiedLimits === null ? 'none' : `${unverifiedLimits.loanLimit}/${unverifiedLimits.holdLimit}`;
  if (field === 'shorterLoans') return shorterLoans === null ? 'none' : `${shorterLoans.waitingPerCopy}/${knownDurationMs(shorterLoans.loanPeriod)}`;
  return String(policy[field]);
}
