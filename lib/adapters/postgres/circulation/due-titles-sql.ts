import { isBarredAt, isEligibleAt, isSuspensionOverAt } from './eligible-sql';

/** Ids are small: a page of them is read once, so that finding what is due is not done anew for each batch. */
export const idsAtOnce = 20_000;

/**
 * $1 after this id, $2 another time (tests, demonstration). Each branch is a partial index: loans that are due, windows that are over, offers
 * of the barred, suspensions that ended, withdrawn titles with a queue, licences that are over, titles that everybody can have, loans that end
 * with theirs, and copies that stand free while somebody eligible waits (a block that ended, a sweep that was missed).
 */
export const dueTitlesStatement = {
  name: 'due-titles',
  text: `
WITH n AS MATERIALIZED (SELECT coalesce($2::timestamptz, lending_now()) AS "now")
SELECT "titleId" AS "id" FROM (
  SELECT l."titleId" FROM "Loan" l, n WHERE l."state" = 'active' AND l."dueAt" <= n."now"
  UNION SELECT h."titleId" FROM "Hold" h, n WHERE h."state" = 'ready' AND h."readyUntil" <= n."now"
  UNION SELECT h."titleId" FROM n, "Hold" h JOIN "Member" m ON m."id" = h."memberId" WHERE h."state" = 'ready'
    AND ${isBarredAt('n."now"')}
  UNION SELECT h."titleId" FROM n, "Hold" h WHERE h."state" = 'waiting' AND ${isSuspensionOverAt('n."now"')}
  UNION SELECT h."titleId" FROM "Hold" h JOIN "Title" t ON t."id" = h."titleId" WHERE h."state" IN ('waiting', 'ready') AND t."withdrawnAt" IS NOT NULL
  UNION SELECT l."titleId" FROM "Licence" l, n WHERE l."endedAt" IS NULL AND l."expiresAt" <= n."now"
  UNION SELECT h."titleId" FROM n, "Licence" l JOIN "Title" t ON t."id" = l."titleId" JOIN "Hold" h ON h."titleId" = l."titleId" AND h."state" = 'waiting'
    WHERE l."model" = 'simultaneous-use' AND l."endedAt" IS NULL AND t."publishedAt" <= n."now"
  UNION SELECT t."id" FROM "Title" t JOIN "Loan" l ON l."titleId" = t."id" AND l."state" = 'active' WHERE t."withdrawalEndsLoans"
  UNION SELECT i."titleId" FROM "Licence" i JOIN "Loan" l ON l."titleId" = i."titleId" AND l."state" = 'active'
    JOIN "CopyUse" u ON u."id" = l."id" AND u."licenceId" = i."id" WHERE i."endsLoans"
  UNION SELECT c."titleId" FROM n, "Copy" c JOIN "Licence" l ON l."id" = c."licenceId" WHERE c."retiredAt" IS NULL
    AND (l."checkoutsLimit" IS NULL OR l."checkoutsUsed" + (SELECT count(*) FROM "CopyUse" o WHERE o."titleId" = l."titleId" AND o."licenceId" = l."id" AND o."kind" = 'offer' AND o."until" > n."now") < l."checkoutsLimit")
    AND EXISTS (SELECT 1 FROM "Hold" h JOIN "Member" m ON m."id" = h."memberId"
      WHERE h."titleId" = c."titleId" AND h."state" = 'waiting' AND ${isEligibleAt('n."now"')})
    AND NOT EXISTS (SELECT 1 FROM "CopyUse" u WHERE u."copyId" = c."id" AND u."from" <= n."now" AND u."until" > n."now")
) due WHERE "titleId" > $1::uuid ORDER BY "titleId" LIMIT ${idsAtOnce}`,
};
