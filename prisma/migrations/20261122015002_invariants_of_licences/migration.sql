-- Licences count their loans now: the count is what was charged, an end has its event, and a metered licence with loans left leaves no copy idle.

CREATE OR REPLACE VIEW "invariant_licence_terms" AS
SELECT 'licence-outlived'::text AS "line", u."titleId", u."id" AS "subjectId", l."expiresAt" AS "at", format('licence %s', l."id") AS "detail"
FROM "CopyUse" u JOIN "Licence" l ON l."id" = u."licenceId" WHERE u."until" > l."expiresAt"
UNION ALL
SELECT 'metered-exceeded', l."titleId", l."id", l."createdAt", format('%s loans and %s offers of %s', x."charged", x."reserved", l."checkoutsLimit")
FROM "Licence" l CROSS JOIN LATERAL (
  SELECT coalesce(sum(1 + n."renewalCount") FILTER (WHERE u."kind" = 'loan'), 0) AS "charged", count(h."id") AS "reserved"
  FROM "CopyUse" u LEFT JOIN "Loan" n ON n."id" = u."id" LEFT JOIN "Hold" h ON h."offerId" = u."id" AND h."state" = 'ready'
  WHERE u."titleId" = l."titleId" AND u."licenceId" = l."id") x
WHERE l."checkoutsLimit" IS NOT NULL AND x."charged" + CASE WHEN l."endedAt" IS NULL THEN x."reserved" ELSE 0 END > l."checkoutsLimit"
UNION ALL
SELECT 'metered-miscounted', l."titleId", l."id", l."createdAt", format('%s charged, %s loans and renewals', l."checkoutsUsed", x."charged")
FROM "Licence" l CROSS JOIN LATERAL (
  SELECT coalesce(sum(1 + n."renewalCount"), 0) AS "charged" FROM "CopyUse" u JOIN "Loan" n ON n."id" = u."id"
  WHERE u."titleId" = l."titleId" AND u."licenceId" = l."id" AND u."kind" = 'loan') x
WHERE l."checkoutsLimit" IS NOT NULL AND x."charged" <> l."checkoutsUsed"
UNION ALL
SELECT 'event-missing', l."titleId", l."id", l."endedAt", 'licence-ended'
FROM "Licence" l WHERE l."endedBecause" IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM "LendingEvent" e WHERE e."titleId" = l."titleId" AND e."kind" = 'licence-ended' AND e."facts"->>'licenceId' = l."id"::text AND e."at" = l."endedAt");

CREATE OR REPLACE VIEW "invariant_idle_copy" AS
SELECT 'idle-copy'::text AS "line", c."titleId", c."id" AS "subjectId", waiting."since" AS "at", format('hold %s waits', waiting."id") AS "detail"
FROM "Copy" c
JOIN "Title" t ON t."id" = c."titleId" AND t."withdrawnAt" IS NULL
JOIN "Licence" l ON l."id" = c."licenceId" AND l."endedAt" IS NULL
CROSS JOIN "invariant_last_sweep" s
CROSS JOIN LATERAL (
  SELECT h."id", greatest(c."addedAt", h."placedAt", h."suspendedUntil", m."blockedUntil", m."updatedAt",
    (SELECT max(u."until") FROM "CopyUse" u WHERE u."titleId" = c."titleId" AND (u."copyId" = c."id" OR (l."checkoutsLimit" IS NOT NULL AND u."licenceId" = l."id" AND u."until" <= s."startedAt"))),
    (SELECT max(e."at") FROM "LendingEvent" e WHERE e."holdId" = h."id")) AS "since"
  FROM "Hold" h JOIN "Member" m ON m."id" = h."memberId"
  WHERE h."titleId" = c."titleId" AND h."state" = 'waiting'
    AND (h."suspendedAt" IS NULL OR h."suspendedUntil" <= s."startedAt")
    AND (m."blockedAt" IS NULL OR m."blockedUntil" <= s."startedAt") AND (m."validUntil" IS NULL OR m."validUntil" > now())
  ORDER BY h."queueNumber" LIMIT 1) waiting
WHERE c."retiringAt" IS NULL AND c."retiredAt" IS NULL AND (l."expiresAt" IS NULL OR l."expiresAt" > now())
  -- an offer reserves one loan of a metered licence
  AND (l."checkoutsLimit" IS NULL OR l."checkoutsLimit" - l."checkoutsUsed" > (SELECT count(*) FROM "CopyUse" o JOIN "Hold" h ON h."offerId" = o."id" WHERE o."titleId" = l."titleId" AND o."licenceId" = l."id" AND o."kind" = 'offer'))
  AND EXISTS (SELECT 1 FROM "Hold" h WHERE h."titleId" = c."titleId" AND h."state" = 'waiting')
  AND NOT EXISTS (SELECT 1 FROM "CopyUse" u WHERE u."titleId" = c."titleId" AND u."copyId" = c."id" AND u."until" > s."startedAt")
  AND NOT EXISTS (SELECT 1 FROM "Licence" everybody WHERE everybody."titleId" = c."titleId" AND everybody."model" = 'simultaneous-use' AND everybody."endedAt" IS NULL)
  AND waiting."since" < s."startedAt";
