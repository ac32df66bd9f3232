import type { EndingLoan, LongSuspension, RunningOffer, WaitingInVain } from '@/lib/domain/messages/reminders';
import { isBarredAt, isEligibleAt } from './circulation/eligible-sql';
import { isLendingAt } from './stock-sql';
import type { Tx } from './transaction';

const now = 'n."now"';
const isBarred = isBarredAt(now);

function wasNotSaid(key: string): string {
  return `NOT EXISTS (SELECT 1 FROM "Message" x WHERE x."channel" = 'notice' AND x."key" = ${key})`;
}

/** An instant as the keys of lib/domain/messages write it. */
function written(instant: string): string {
  return `to_char(${instant} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** Running offers in the second half of their window whose holder was not reminded yet. */
export async function offersToRemind(tx: Tx, limit: number): Promise<readonly (RunningOffer & { now: Date })[]> {
  const { rows } = await tx.query<RunningOffer & { now: Date }>(
    `WITH n AS MATERIALIZED (SELECT lending_now() AS "now")
     SELECT h."id" AS "holdId", h."offerId", h."memberId", h."titleId", h."readyAt", h."readyUntil", n."now"
     FROM n, "Hold" h JOIN "Member" m ON m."id" = h."memberId"
     WHERE h."state" = 'ready' AND h."readyUntil" > n."now" AND h."readyAt" + (h."readyUntil" - h."readyAt") / 2 <= n."now" AND ${isBarred} IS NOT TRUE
       AND ${wasNotSaid(`'your-turn-reminder:' || h."offerId"`)}
     ORDER BY h."readyUntil" LIMIT $1`,
    [limit],
  );
  return rows;
}

/** Loans in their last 24 hours that nothing was said about; `canRenew` as renewalRefusal judges, but for the window that may open later. */
export async function loansToAnnounce(tx: Tx, limit: number): Promise<readonly (EndingLoan & { now: Date })[]> {
  const { rows } = await tx.query<EndingLoan & { now: Date }>(
    `WITH n AS MATERIALIZED (SELECT lending_now() AS "now"), ending AS (
       SELECT l."id" AS "loanId", l."memberId", l."titleId", l."borrowedAt", l."dueAt", n."now",
         t."withdrawnAt" IS NULL AND ${isBarred} IS NOT TRUE
           AND EXISTS (SELECT 1 FROM "CopyUse" u JOIN "Licence" i ON i."id" = u."licenceId" WHERE u."id" = l."id" AND i."endedAt" IS NULL AND (i."expiresAt" IS NULL OR i."expiresAt" > l."dueAt")
             AND (i."checkoutsLimit" IS NULL OR i."checkoutsUsed" + (SELECT count(*) FROM "CopyUse" o WHERE o."titleId" = l."titleId" AND o."licenceId" = i."id" AND o."kind" = 'offer' AND o."until" > n."now") < i."checkoutsLimit"))
           AND l."renewalCount" < coalesce(t."renewalLimit", (SELECT c."renewalLimit" FROM "CategoryPolicy" c WHERE c."category" = m."category"), (SELECT p."renewalLimit" FROM "Policy" p ORDER BY p."id" DESC LIMIT 1))
           AND NOT EXISTS (SELECT 1 FROM "Hold" h JOIN "Member" w ON w."id" = h."memberId" WHERE h."titleId" = l."titleId" AND h."state" = 'waiting'
             AND ${isEligibleAt(now, 'w')}) AS "canRenew"
       FROM n, "Loan" l JOIN "Title" t ON t."id" = l."titleId" JOIN "Member" m ON m."id" = l."memberId"
       WHERE l."state" = 'active' AND l."dueAt" > n."now" AND l."dueAt" <= n."now" + interval '24 hours')
     SELECT * FROM ending e
     WHERE (e."canRenew" OR e."borrowedAt" <= e."dueAt" - interval '24 hours')
       AND ${wasNotSaid(`'loan-ending:' || e."loanId" || ':' || ${written('e."dueAt"')}`)}
     ORDER BY e."dueAt" LIMIT $1`,
    [limit],
  );
  return rows;
}

/** Holds that have been suspended for so long that they end within 30 days, and are not resumed by their own date before. */
export async function suspensionsToAnnounce(tx: Tx, limit: number): Promise<readonly (LongSuspension & { now: Date })[]> {
  const { rows } = await tx.query<LongSuspension & { now: Date }>(
    `WITH n AS MATERIALIZED (SELECT lending_now() AS "now")
     SELECT h."id" AS "holdId", h."memberId", h."titleId", h."suspendedAt", h."suspendedUntil", n."now" FROM n, "Hold" h
     WHERE h."state" = 'waiting' AND h."suspendedAt" <= n."now" - interval '335 days' AND h."suspendedAt" > n."now" - interval '365 days' AND h."suspendedUntil" IS NULL
       AND ${wasNotSaid(`'suspension-ending:' || h."id" || ':' || ${written('h."suspendedAt"')}`)}
     ORDER BY h."suspendedAt" LIMIT $1`,
    [limit],
  );
  return rows;
}

/** Who waits for a title of which no licence is left, and was not told since the last one ended. */
export async function holdsWithoutLicence(tx: Tx, limit: number): Promise<readonly (WaitingInVain & { now: Date })[]> {
  const { rows } = await tx.query<WaitingInVain & { now: Date }>(
    `WITH n AS MATERIALIZED (SELECT lending_now() AS "now"), gone AS (
       SELECT DISTINCT ON (e."titleId") e."id", e."titleId", e."endedAt" FROM n, "Licence" e JOIN "Title" t ON t."id" = e."titleId" AND t."withdrawnAt" IS NULL
       WHERE e."endedAt" > n."now" - interval '7 days'
         AND NOT EXISTS (SELECT 1 FROM "Licence" l WHERE l."titleId" = e."titleId" AND ${isLendingAt(now)})
       ORDER BY e."titleId", e."endedAt" DESC, e."id")
     SELECT h."id" AS "holdId", h."memberId", h."titleId", gone."id" AS "licenceId", gone."endedAt", n."now" FROM n, gone JOIN "Hold" h ON h."titleId" = gone."titleId" AND h."state" = 'waiting'
     WHERE ${wasNotSaid(`'licence-ended:' || h."id" || ':' || gone."id"`)}
     ORDER BY h."queueNumber" LIMIT $1`,
    [limit],
  );
  return rows;
}
