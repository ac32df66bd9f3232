// isPassedOver of lib/domain/lending/hold.ts in SQL, said once: h is the hold, m its member, `now` an expression.

export function isNotSuspendedAt(now: string): string {
  return `(h."suspendedAt" IS NULL OR h."suspendedUntil" <= ${now})`;
}

/** What settling writes down of suspensions: the chosen date has come, or a year has passed (suspendedAtMostMs). */
export function isSuspensionOverAt(now: string): string {
  return `(h."suspendedAt" IS NOT NULL AND (h."suspendedUntil" <= ${now} OR h."suspendedAt" <= ${now} - interval '365 days'))`;
}

/** Rules 9 and 10: "owed" and "eligible" count only holds that are neither suspended nor blocked. */
export function isEligibleAt(now: string): string {
  return `(${isNotSuspendedAt(now)}
    AND (m."blockedAt" IS NULL OR m."blockedAt" > ${now} OR m."blockedUntil" <= ${now})
    AND (m."validUntil" IS NULL OR m."validUntil" > ${now}))`;
}
