/**
 * h is a hold that lapsed in [from, until) and that an outage gives back: not of who has borrowed the title since, nor of who has left
 * its queue another time since. Had it not lapsed, that would have ended it.
 */
export function restorable(from: string, until: string): string {
  return `h."state" = 'lapsed' AND h."memberId" IS NOT NULL AND h."endedAt" >= ${from} AND h."endedAt" < ${until}
    AND NOT EXISTS (SELECT 1 FROM "Loan" o WHERE o."titleId" = h."titleId" AND o."memberId" = h."memberId" AND o."borrowedAt" >= h."endedAt")
    AND NOT EXISTS (SELECT 1 FROM "Hold" o WHERE o."titleId" = h."titleId" AND o."memberId" = h."memberId" AND o."placedAt" >= h."endedAt" AND o."endedAt" IS NOT NULL)`;
}

/** e is an event of a turn that was missed in [from, until), and that no outage has undone since. */
export function missedIn(from: string, until: string): string {
  return `e."kind" = 'offer-missed' AND e."at" >= ${from} AND e."at" < ${until}
    AND NOT EXISTS (SELECT 1 FROM "LendingEvent" u WHERE u."holdId" = e."holdId" AND u."kind" = 'miss-undone' AND u."id" > e."id")`;
}

/** l is a loan that time ended in [from, until): no outage revives it. */
export function endedIn(from: string, until: string): string {
  return `l."state" = 'expired' AND l."endedAt" >= ${from} AND l."endedAt" < ${until}`;
}

/** What a credit may name as its outage: noticed by the heartbeat, or declared. */
export const given = `given AS (SELECT "id", "from", "until" FROM "Outage" UNION ALL SELECT "id", "from", "until" FROM "DeclaredOutage")`;
