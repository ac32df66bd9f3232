// isPassedOver of lib/domain/lending/hold.ts in SQL, said once: h is the hold, m (unless said otherwise) its member, `now` an expression.

export function isNotSuspendedAt(now: string): string {
  return `(h."suspendedAt" IS NULL OR h."suspendedUntil" <= ${now})`;
}

/** What settling writes down of suspensions: the chosen date has come, or a year has passed (suspendedAtMostMs). */
export function isSuspensionOverAt(now: string): string {
  return `(h."suspendedAt" IS NOT NULL AND (h."suspendedUntil" <= ${now} OR h."suspendedAt" <= ${now} - interval '365 days'))`;
}

/** Rule 10: a block runs, or the membership is over. Null where neither was ever set: ask IS TRUE or IS NOT TRUE. */
export function isBarredAt(now: string, member = 'm'): string {
  return `((${member}."blockedAt" <= ${now} AND (${member}."blockedUntil" IS NULL OR ${member}."blockedUntil" > ${now})) OR ${member}."validUntil" <= ${now})`;
}

/** Rules 9 and 10: "owed" and "eligible" count only holds that are neither suspended nor blocked. */
export function isEligibleAt(now: string, member = 'm'): string {
  return `(${isNotSuspendedAt(now)} AND ${isBarredAt(now, member)} IS NOT TRUE)`;
}
