import { isEligibleAt, isNotSuspendedAt, isSuspensionOverAt } from './eligible-sql';

// The statements of the hot path. Named, so that PostgreSQL parses and plans each once a connection.
// $1 title, $2 member, $3 loan, $4 hold, $5 count the queue, $6 draw a queue number, $7 another time (tests, demonstration), $8 the queue's lowest number.

export const heldColumns = `h."id", h."memberId", h."pseudonym", h."queueNumber", h."state", h."placedAt", h."missedCount", h."offerId", h."readyAt", h."readyUntil",
  h."suspendedAt", h."suspendedUntil", h."endedAt", h."endedReason", h."fulfilledLoanId", m."blockedAt", m."blockedUntil", m."validUntil", m."category"`;

// Only the head that is eligible is loaded, never all holds.
const eligible = isEligibleAt('n."now"');
const notSuspended = isNotSuspendedAt('n."now"');

export const loadStatement = {
  name: 'load-circulation',
  text: `
WITH n AS (SELECT coalesce($7::timestamptz, greatest(lending_now(), t."lendingChangedAt")) AS "now" FROM "Title" t WHERE t."id" = $1::uuid),
everybody AS (SELECT EXISTS (SELECT 1 FROM "Licence" l WHERE l."titleId" = $1 AND l."model" = 'simultaneous-use') AS "ever",
  EXISTS (SELECT 1 FROM n, "Licence" l WHERE l."titleId" = $1 AND l."model" = 'simultaneous-use' AND l."endedAt" IS NULL AND (l."expiresAt" IS NULL OR l."expiresAt" > n."now")) AS "now"),
stock AS (SELECT c.* FROM "Copy" c WHERE c."titleId" = $1 AND c."retiredAt" IS NULL),
active AS (SELECT l.* FROM "Loan" l WHERE l."titleId" = $1 AND l."state" = 'active' AND NOT (SELECT "ever" FROM everybody)
           UNION SELECT l.* FROM "Loan" l WHERE l."id" = $3::uuid AND l."titleId" = $1
           -- Loans of simultaneous use are without number: only the copies' and the member's own; those that end come a batch at a time, when no member waits.
           UNION SELECT l.* FROM "Loan" l WHERE l."titleId" = $1 AND l."state" = 'active' AND l."memberId" = $2::uuid AND (SELECT "ever" FROM everybody)
           UNION SELECT l.* FROM stock c CROSS JOIN LATERAL (SELECT u."id" FROM "CopyUse" u WHERE u."copyId" = c."id" ORDER BY u."until" DESC LIMIT 1) u
             JOIN "Loan" l ON l."id" = u."id" AND l."state" = 'active' WHERE (SELECT "ever" FROM everybody)
           UNION SELECT * FROM (SELECT l.* FROM n, "Loan" l WHERE l."titleId" = $1 AND l."state" = 'active' AND $2::uuid IS NULL AND (SELECT "ever" FROM everybody)
             AND (l."dueAt" <= n."now" OR EXISTS (SELECT 1 FROM "Title" t WHERE t."id" = $1 AND t."withdrawalEndsLoans")
               OR EXISTS (SELECT 1 FROM "CopyUse" u JOIN "Licence" s ON s."id" = u."licenceId" AND s."endsLoans" WHERE u."id" = l."id")) LIMIT 500) batch),
ready AS (SELECT h.* FROM "Hold" h WHERE h."titleId" = $1 AND h."state" = 'ready'),
licences AS (SELECT l.* FROM "Licence" l WHERE l."titleId" = $1 AND (l."endedAt" IS NULL OR l."endsLoans" OR EXISTS (SELECT 1 FROM stock c WHERE c."licenceId" = l."id"))),
head AS (SELECT ${heldColumns} FROM n, "Hold" h JOIN "Member" m ON m."id" = h."memberId"
         WHERE h."titleId" = $1 AND h."state" = 'waiting' AND ${eligible}
         ORDER BY h."queueNumber" LIMIT (SELECT count(*) + 1 FROM stock)),
held AS (SELECT * FROM head
         UNION SELECT ${heldColumns} FROM ready h JOIN "Member" m ON m."id" = h."memberId"
         UNION SELECT ${heldColumns} FROM "Hold" h JOIN "Member" m ON m."id" = h."memberId" WHERE h."titleId" = $1 AND h."memberId" = $2::uuid AND h."state" = 'waiting'
         UNION SELECT ${heldColumns} FROM "Hold" h LEFT JOIN "Member" m ON m."id" = h."memberId" WHERE h."id" = $4::uuid AND h."titleId" = $1
         -- suspensions that time has ended, a batch at a time: being eligible does not wait for it (eligible-sql.ts)
         UNION SELECT * FROM (SELECT ${heldColumns} FROM n, "Hold" h JOIN "Member" m ON m."id" = h."memberId"
           WHERE h."titleId" = $1 AND h."state" = 'waiting' AND ${isSuspensionOverAt('n."now"')} ORDER BY h."queueNumber" LIMIT 200) resuming
         -- the holds of a withdrawn title, or of one that everybody can have, are cancelled a batch at a time
         UNION SELECT * FROM (SELECT ${heldColumns} FROM "Hold" h JOIN "Member" m ON m."id" = h."memberId"
           WHERE h."titleId" = $1 AND h."state" = 'waiting' AND ((SELECT "now" FROM everybody) OR EXISTS (SELECT 1 FROM "Title" t WHERE t."id" = $1 AND t."withdrawnAt" IS NOT NULL))
           ORDER BY h."queueNumber" LIMIT 200) batch),
own AS (SELECT h."queueNumber" FROM "Hold" h WHERE h."titleId" = $1 AND (h."id" = $4::uuid OR (h."memberId" = $2::uuid AND h."state" IN ('waiting', 'ready'))) ORDER BY (h."id" = $4::uuid) DESC NULLS LAST LIMIT 1),
-- counted as the rows say; whose suspension time has ended, settling counts
line AS (SELECT count(*) AS "waiting", count(*) FILTER (WHERE h."queueNumber" < coalesce((SELECT "queueNumber" FROM own), 9223372036854775807)) AS "ahead"
  FROM n, "Hold" h WHERE $5::boolean AND h."titleId" = $1 AND h."state" = 'waiting' AND ${notSuspended})
SELECT n."now",
  CASE WHEN t."withdrawnAt" IS NOT NULL THEN 'withdrawn' WHEN t."publishedAt" IS NULL OR t."publishedAt" > n."now" THEN 'unpublished' ELSE 'lendable' END AS "state",
  json_build_object('loanPeriod', t."loanPeriod", 'pickupWindow', t."pickupWindow", 'renewalLimit', t."renewalLimit", 'renewalWindow', t."renewalWindow") AS "terms",
  (SELECT row_to_json(p) FROM "Policy" p ORDER BY p."id" DESC LIMIT 1) AS "policy",
  (SELECT json_agg(row_to_json(c)) FROM "CategoryPolicy" c) AS "categories",
  (SELECT s."value" FROM "Setting" s WHERE s."name" = 'pace') AS "pace",
  CASE WHEN t."withdrawalEndsLoans" THEN t."withdrawnReason" END AS "loansEndBecause",
  coalesce((SELECT json_agg(json_build_object('id', l."id", 'model', l."model", 'expiresAt', l."expiresAt", 'checkoutsLimit', l."checkoutsLimit", 'checkoutsUsed', l."checkoutsUsed", 'loanLength', l."loanLength",
    'endedAt', l."endedAt", 'endedBecause', l."endedBecause", 'endedReason', l."endedReason", 'endsLoans', l."endsLoans") ORDER BY l."createdAt", l."id") FROM licences l), '[]') AS "licences",
  (SELECT b."at" FROM "Heartbeat" b) AS "lastBeatAt", lending_now() AS "clockAt",
  EXISTS (SELECT 1 FROM "Outage" o WHERE o."creditedAt" IS NULL) AS "outageOpen",
  coalesce((SELECT json_agg(json_build_object('id', c."id", 'licenceId', c."licenceId", 'addedAt', c."addedAt", 'retiringAt', c."retiringAt", 'retiredAt', c."retiredAt") ORDER BY c."addedAt", c."id") FROM stock c), '[]') AS "copies",
  coalesce((SELECT json_agg(row_to_json(u)) FROM (SELECT "id", "copyId", "licenceId", "licenceModel", "kind", "from", "until" FROM "CopyUse"
    WHERE "id" IN (SELECT "id" FROM active UNION ALL SELECT "offerId" FROM ready)) u), '[]') AS "uses",
  coalesce((SELECT json_agg(row_to_json(l)) FROM active l), '[]') AS "loans",
  coalesce((SELECT json_agg(row_to_json(h)) FROM held h), '[]') AS "holds",
  CASE WHEN $5::boolean THEN (SELECT "waiting" FROM line) - (SELECT count(*) FROM held h WHERE h."state" = 'waiting' AND h."suspendedUntil" <= n."now") END AS "waitingCount",
  CASE WHEN $5::boolean THEN (SELECT "ahead" FROM line) END AS "aheadCount",
  CASE WHEN $6::boolean THEN nextval('hold_queue_number') END AS "queueNumber",
  CASE WHEN $8::boolean THEN (SELECT min(h."queueNumber") FROM "Hold" h WHERE h."titleId" = $1) END AS "lowestNumber"
FROM "Title" t, n WHERE t."id" = $1`,
};

/** $1 member. What is marked active or open; which of it runs is judged by the time that the other statement answers. */
export const memberStatement = {
  name: 'load-borrower',
  text: `
SELECT m."id", m."emailVerifiedAt" IS NOT NULL OR m."phoneVerifiedAt" IS NOT NULL AS "verified",
  m."blockedAt", m."blockedUntil", m."validUntil", m."category",
  coalesce((SELECT json_agg(json_build_object('id', l."id", 'titleId', l."titleId", 'dueAt', l."dueAt") ORDER BY l."dueAt")
    FROM "Loan" l JOIN "CopyUse" u ON u."id" = l."id" AND u."licenceModel" <> 'simultaneous-use'
    WHERE l."memberId" = m."id" AND l."state" = 'active'), '[]') AS "loans",
  (SELECT count(*) FROM "Hold" h WHERE h."memberId" = m."id" AND h."state" = 'waiting') AS "waitingHoldCount",
  coalesce((SELECT json_agg(h."readyUntil") FROM "Hold" h WHERE h."memberId" = m."id" AND h."state" = 'ready'), '[]') AS "offersUntil"
FROM "Member" m WHERE m."id" = $1 AND m."erasedAt" IS NULL`,
};
