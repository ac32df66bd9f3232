import { durationOf } from '@/lib/domain/policy/length';

type Fields = Readonly<Record<string, string>>;

/** The form's fields as PUT /api/admin/policy takes them; a length that is no whole number is null. A count that is none is left for the API to name. */
export function proposedPolicy(fields: Fields) {
  const length = (name: string) => durationOf(fields[`${name}.amount`] ?? '', fields[`${name}.unit`] ?? '');
  const count = (name: string) => (/^\s*\d+\s*$/.test(fields[name] ?? '') ? Number(fields[name]) : -1);
  return {
    loanPeriod: length('loanPeriod'),
    loanLimit: count('loanLimit'),
    holdLimit: count('holdLimit'),
    pickupWindow: length('pickupWindow'),
    renewalLimit: count('renewalLimit'),
    renewalWindow: length('renewalWindow'),
    retention: length('retention'),
    forgivenPickups: count('forgivenPickups'),
    shorterLoans: fields['isShorter'] === undefined ? null : { waitingPerCopy: count('waitingPerCopy'), loanPeriod: length('shorterPeriod') ?? '' },
    unverifiedLimits: fields['isLimited'] === undefined ? null : { loanLimit: count('unverifiedLoanLimit'), holdLimit: count('unverifiedHoldLimit') },
  };
}
