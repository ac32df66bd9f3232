/**
 * A hold that lapsed in [from, until) and that an outage gives back: not of who has borrowed the title since, nor of who has left
 * its queue another time since. Had it not lapsed, that would have ended it.
 */
export function restorable(from: string, until: string): string {
  return `h."state" = 'lapsed' AND h."memberId" IS NOT NULL AND h."endedAt" >= ${from} AND h."endedAt" < ${until}
    AND NOT EXISTS (SELECT 1 FROM "Loan" o WHERE o."titleId" = h."titleId" AND o."memberId" = h."memberId" AND o."borrowedAt" >= h."endedAt")
    AND NOT EXISTS (SELECT 1 FROM "Hold" o WHERE o."titleId" = h."titleId" AND o."memberId" = h."memberId" AND o."placedAt" >= h."endedAt" AND o."endedAt" IS NOT NULL)`;
}
