-- What must be true at all times, said a second time and in another language than the rules: each view is empty, or somebody
-- was wronged. Columns of each: "line", "titleId", "subjectId", "at", "detail". Asked for some titles
-- (WHERE "titleId" = ANY …) each goes by the index of that title. No line asks what the clock says: lending's times are compared
-- with each other and with the last sweep.

-- When the last sweep began that came to an end: what was so before that, it had to settle.
CREATE VIEW "invariant_last_sweep" AS
SELECT max("startedAt") AS "startedAt" FROM "TaskRun" WHERE "task" = 'settle-due' AND "finishedAt" <= now() AND "error" IS NULL;

-- Copies in use never exceed what the licence allows at any instant of the recorded past: each copy counts in [added, retired).
CREATE VIEW "invariant_licence_exceeded" AS
SELECT 'licence-exceeded'::text AS "line", s."titleId", s."licenceId" AS "subjectId", s."at", format('%s in use, %s in stock', s."used", s."stock") AS "detail"
FROM (
  SELECT e."titleId", e."licenceId", e."at", sum(e."used") OVER w AS "used", sum(e."stock") OVER w AS "stock"
  FROM (
    SELECT "titleId", "licenceId", "from" AS "at", 1 AS "used", 0 AS "stock" FROM "CopyUse" WHERE "licenceModel" <> 'simultaneous-use'
    UNION ALL SELECT "titleId", "licenceId", "until", -1, 0 FROM "CopyUse" WHERE "licenceModel" <> 'simultaneous-use'
    UNION ALL SELECT "titleId", "licenceId", "addedAt", 0, 1 FROM "Copy"
    UNION ALL SELECT "titleId", "licenceId", "retiredAt", 0, -1 FROM "Copy" WHERE "retiredAt" IS NOT NULL
  ) e
  WINDOW w AS (PARTITION BY e."titleId", e."licenceId" ORDER BY e."at")
) s
WHERE s."used" > s."stock";

-- Rule 1, per copy: no two uses of one overlap, none lies outside its copy's time in stock.
CREATE VIEW "invariant_copy_twice" AS
SELECT 'copy-twice'::text AS "line", a."titleId", a."copyId" AS "subjectId", greatest(a."from", b."from") AS "at", format('%s %s and %s %s', a."kind", a."id", b."kind", b."id") AS "detail"
FROM "CopyUse" a JOIN "CopyUse" b ON b."titleId" = a."titleId" AND b."copyId" = a."copyId" AND b."id" > a."id"
  AND b."until" > a."from" AND a."until" > b."from" AND a."from" < a."until" AND b."from" < b."until"
UNION ALL
SELECT 'copy-not-in-stock', u."titleId", u."copyId", u."from", format('%s %s', u."kind", u."id")
FROM "CopyUse" u JOIN "Copy" c ON c."id" = u."copyId" WHERE u."from" < u."until" AND (u."from" < c."addedAt" OR u."until" > c."retiredAt");

-- Rule 7: no loan or offer outlives its licence; loans and renewals of a metered one, and what its offers reserve, stay within it.
CREATE VIEW "invariant_licence_terms" AS
SELECT 'licence-outlived'::text AS "line", u."titleId", u."id" AS "subjectId", l."expiresAt" AS "at", format('licence %s', l."id") AS "detail"
FROM "CopyUse" u JOIN "Licence" l ON l."id" = u."licenceId" WHERE u."until" > l."expiresAt"
UNION ALL
SELECT 'metered-exceeded', l."titleId", l."id", l."createdAt", format('%s loans of %s', x."taken", l."checkoutsLimit")
FROM "Licence" l CROSS JOIN LATERAL (
  SELECT sum(CASE WHEN u."kind" = 'loan' THEN 1 + n."renewalCount" ELSE 1 END) AS "taken"
  FROM "CopyUse" u LEFT JOIN "Loan" n ON n."id" = u."id" LEFT JOIN "Hold" h ON h."offerId" = u."id"
  WHERE u."titleId" = l."titleId" AND u."licenceId" = l."id" AND (u."kind" = 'loan' OR h."state" = 'ready')) x
WHERE l."checkoutsLimit" IS NOT NULL AND x."taken" > l."checkoutsLimit";

-- Rules 3, 5 and 9: one active loan and one open hold of a title a member at any instant, and never both.
CREATE VIEW "invariant_one_a_member" AS
SELECT 'two-loans'::text AS "line", a."titleId", a."id" AS "subjectId", greatest(a."borrowedAt", b."borrowedAt") AS "at", format('and %s', b."id") AS "detail"
FROM "Loan" a JOIN "Loan" b ON b."memberId" = a."memberId" AND b."titleId" = a."titleId" AND b."id" > a."id"
  AND b."borrowedAt" < coalesce(a."endedAt", a."dueAt") AND a."borrowedAt" < coalesce(b."endedAt", b."dueAt")
UNION ALL
SELECT 'two-holds', a."titleId", a."id", greatest(a."placedAt", b."placedAt"), format('and %s', b."id")
FROM "Hold" a JOIN "Hold" b ON b."memberId" = a."memberId" AND b."titleId" = a."titleId" AND b."id" > a."id"
  AND b."placedAt" < coalesce(a."endedAt", 'infinity') AND a."placedAt" < coalesce(b."endedAt", 'infinity')
UNION ALL
SELECT 'loan-and-hold', l."titleId", l."id", greatest(l."borrowedAt", h."placedAt"), format('and %s', h."id")
FROM "Loan" l JOIN "Hold" h ON h."memberId" = l."memberId" AND h."titleId" = l."titleId"
  AND h."placedAt" < coalesce(l."endedAt", l."dueAt") AND l."borrowedAt" < coalesce(h."endedAt", 'infinity');

-- Rule 6: limits as they stood at the moment of the act. A category's are known only since they were last set, and a member's
-- category only since the member's row was last touched; what is not known is not accused.
CREATE FUNCTION policy_at(at timestamptz) RETURNS "Policy" LANGUAGE sql STABLE
  AS $$ SELECT p FROM "Policy" p ORDER BY p."changedAt" <= at DESC, CASE WHEN p."changedAt" <= at THEN p."id" ELSE -p."id" END DESC LIMIT 1 $$;

CREATE VIEW "invariant_limits" AS
SELECT 'loan-limit'::text AS "line", l."titleId", l."id" AS "subjectId", l."borrowedAt" AS "at", format('%s loans, limit %s', held."count", coalesce(c."loanLimit", (policy_at(l."borrowedAt"))."loanLimit")) AS "detail"
FROM "Loan" l JOIN "CopyUse" own ON own."id" = l."id" AND own."licenceModel" <> 'simultaneous-use'
JOIN "Member" m ON m."id" = l."memberId" LEFT JOIN "CategoryPolicy" c ON c."category" = m."category"
CROSS JOIN LATERAL (
  SELECT count(*) AS "count" FROM "Loan" o JOIN "CopyUse" u ON u."id" = o."id" AND u."licenceModel" <> 'simultaneous-use'
  WHERE o."memberId" = l."memberId" AND o."borrowedAt" <= l."borrowedAt" AND coalesce(o."endedAt", o."dueAt") > l."borrowedAt") held
WHERE held."count" > coalesce(c."loanLimit", (policy_at(l."borrowedAt"))."loanLimit")
  AND (m."category" IS NULL OR c."changedAt" < l."borrowedAt") AND (m."category" IS NULL OR m."updatedAt" < l."borrowedAt")
UNION ALL
SELECT 'hold-limit', h."titleId", h."id", h."placedAt", format('%s holds, limit %s', held."count", coalesce(c."holdLimit", (policy_at(h."placedAt"))."holdLimit"))
FROM "Hold" h JOIN "Member" m ON m."id" = h."memberId" LEFT JOIN "CategoryPolicy" c ON c."category" = m."category"
-- a hold whose turn passed, or that an outage gave back, did not count while it was over
CROSS JOIN LATERAL (
  SELECT count(*) AS "count" FROM "Hold" o
  WHERE o."memberId" = h."memberId" AND o."placedAt" <= h."placedAt" AND coalesce(o."endedAt", 'infinity') > h."placedAt" AND o."missedCount" = 0
    AND NOT EXISTS (SELECT 1 FROM "LendingEvent" e WHERE e."holdId" = o."id" AND e."kind" IN ('hold-restored', 'offer-missed'))) held
WHERE held."count" > coalesce(c."holdLimit", (policy_at(h."placedAt"))."holdLimit")
  AND (m."category" IS NULL OR c."changedAt" < h."placedAt") AND (m."category" IS NULL OR m."updatedAt" < h."placedAt");

-- Rule 9: nobody was served before somebody who stood further ahead, was eligible, and waits still: such a one has
-- neither moved nor been touched since.
CREATE VIEW "invariant_queue_jumped" AS
SELECT 'queue-jumped'::text AS "line", e."titleId", ahead."id" AS "subjectId", e."at", format('%s %s came before', e."kind", e."id") AS "detail"
FROM (
  SELECT o."titleId", o."at", o."kind", h."id", h."queueNumber" FROM "LendingEvent" o JOIN "Hold" h ON h."id" = o."holdId" WHERE o."kind" = 'offer-made'
  UNION ALL
  SELECT b."titleId", b."at", b."kind", u."id", 9223372036854775807 FROM "LendingEvent" b JOIN "CopyUse" u ON u."id" = b."loanId"
  WHERE b."kind" = 'loan-began' AND u."licenceModel" <> 'simultaneous-use'
    AND NOT EXISTS (SELECT 1 FROM "LendingEvent" f WHERE f."loanId" = b."loanId" AND f."kind" = 'hold-fulfilled')
) e
CROSS JOIN LATERAL (
  SELECT w."id" FROM "Hold" w JOIN "Member" m ON m."id" = w."memberId"
  WHERE w."titleId" = e."titleId" AND w."state" = 'waiting' AND w."queueNumber" < e."queueNumber" AND w."placedAt" < e."at"
    AND (w."suspendedAt" IS NULL OR w."suspendedUntil" <= e."at")
    AND (m."blockedAt" IS NULL OR m."blockedAt" > e."at" OR m."blockedUntil" <= e."at") AND (m."validUntil" IS NULL OR m."validUntil" > e."at")
    -- a transaction that was under way may have seen the member as before
    AND m."updatedAt" < e."at" - interval '1 minute'
    AND NOT EXISTS (SELECT 1 FROM "LendingEvent" later WHERE later."holdId" = w."id" AND later."at" >= e."at")
  ORDER BY w."queueNumber" LIMIT 1) ahead;

-- No free copy stands idle while an eligible member waits longer than one sweep. (How many loans a metered licence has left is the rules' to
-- say; where everybody can have the title there is no queue.)
CREATE VIEW "invariant_idle_copy" AS
SELECT 'idle-copy'::text AS "line", c."titleId", c."id" AS "subjectId", waiting."since" AS "at", format('hold %s waits', waiting."id") AS "detail"
FROM "Copy" c
JOIN "Title" t ON t."id" = c."titleId" AND t."withdrawnAt" IS NULL
JOIN "Licence" l ON l."id" = c."licenceId" AND l."endedAt" IS NULL AND l."checkoutsLimit" IS NULL
CROSS JOIN "invariant_last_sweep" s
CROSS JOIN LATERAL (
  SELECT h."id", greatest(c."addedAt", h."placedAt", h."suspendedUntil", m."blockedUntil", m."updatedAt",
    (SELECT max(u."until") FROM "CopyUse" u WHERE u."titleId" = c."titleId" AND u."copyId" = c."id"),
    (SELECT max(e."at") FROM "LendingEvent" e WHERE e."holdId" = h."id")) AS "since"
  FROM "Hold" h JOIN "Member" m ON m."id" = h."memberId"
  WHERE h."titleId" = c."titleId" AND h."state" = 'waiting'
    AND (h."suspendedAt" IS NULL OR h."suspendedUntil" <= s."startedAt")
    AND (m."blockedAt" IS NULL OR m."blockedUntil" <= s."startedAt") AND (m."validUntil" IS NULL OR m."validUntil" > now())
  ORDER BY h."queueNumber" LIMIT 1) waiting
WHERE c."retiringAt" IS NULL AND c."retiredAt" IS NULL AND (l."expiresAt" IS NULL OR l."expiresAt" > now())
  AND EXISTS (SELECT 1 FROM "Hold" h WHERE h."titleId" = c."titleId" AND h."state" = 'waiting')
  AND NOT EXISTS (SELECT 1 FROM "CopyUse" u WHERE u."titleId" = c."titleId" AND u."copyId" = c."id" AND u."until" > s."startedAt")
  AND NOT EXISTS (SELECT 1 FROM "Licence" everybody WHERE everybody."titleId" = c."titleId" AND everybody."model" = 'simultaneous-use' AND everybody."endedAt" IS NULL)
  AND waiting."since" < s."startedAt";

-- Rule 2: what the clock has ended the sweep has written down.
CREATE VIEW "invariant_not_settled" AS
SELECT 'not-settled'::text AS "line", l."titleId", l."id" AS "subjectId", l."dueAt" AS "at", 'loan' AS "detail"
FROM "Loan" l CROSS JOIN "invariant_last_sweep" s WHERE l."state" = 'active' AND l."dueAt" < s."startedAt"
UNION ALL
SELECT 'not-settled', h."titleId", h."id", h."readyUntil", 'offer'
FROM "Hold" h CROSS JOIN "invariant_last_sweep" s WHERE h."state" = 'ready' AND h."readyUntil" < s."startedAt";

-- Each loan and each hold ends exactly once; a hold that an outage gave back ends once more.
CREATE VIEW "invariant_ends_once" AS
SELECT 'ends-once'::text AS "line", l."titleId", l."id" AS "subjectId", coalesce(l."endedAt", l."borrowedAt") AS "at", format('loan %s: %s ends', l."state", x."ends") AS "detail"
FROM "Loan" l CROSS JOIN LATERAL (
  SELECT count(*) AS "ends", count(*) FILTER (WHERE e."at" = l."endedAt" AND e."facts"->>'end' = l."state") AS "right"
  FROM "LendingEvent" e WHERE e."loanId" = l."id" AND e."kind" = 'loan-ended') x
WHERE x."ends" <> (l."state" <> 'active')::int OR x."right" <> (l."state" <> 'active')::int
UNION ALL
SELECT 'ends-once', h."titleId", h."id", coalesce(h."endedAt", h."placedAt"), format('hold %s: %s ends', h."state", x."ends")
FROM "Hold" h CROSS JOIN LATERAL (
  SELECT count(*) FILTER (WHERE e."kind" <> 'hold-restored') - count(*) FILTER (WHERE e."kind" = 'hold-restored') AS "ends",
    count(*) FILTER (WHERE e."kind" = 'hold-' || h."state" AND e."at" = h."endedAt") AS "right"
  FROM "LendingEvent" e WHERE e."holdId" = h."id" AND e."kind" IN ('hold-fulfilled', 'hold-lapsed', 'hold-cancelled', 'hold-restored')) x
WHERE x."ends" <> (h."endedAt" IS NOT NULL)::int OR (h."endedAt" IS NOT NULL AND x."right" = 0);

-- Every transition has its event, and every event what it tells of.
CREATE VIEW "invariant_events" AS
SELECT 'event-missing'::text AS "line", l."titleId", l."id" AS "subjectId", l."borrowedAt" AS "at", 'loan-began' AS "detail"
FROM "Loan" l WHERE (SELECT count(*) FROM "LendingEvent" e WHERE e."loanId" = l."id" AND e."kind" = 'loan-began' AND e."at" = l."borrowedAt") <> 1
UNION ALL
SELECT 'event-missing', l."titleId", l."id", l."borrowedAt", 'loan-renewed'
FROM "Loan" l WHERE l."renewalCount" <> (SELECT count(*) FROM "LendingEvent" e WHERE e."loanId" = l."id" AND e."kind" = 'loan-renewed')
UNION ALL
SELECT 'event-missing', h."titleId", h."id", h."placedAt", 'hold-placed'
FROM "Hold" h WHERE (SELECT count(*) FROM "LendingEvent" e WHERE e."holdId" = h."id" AND e."kind" = 'hold-placed' AND e."at" = h."placedAt") <> 1
UNION ALL
SELECT 'event-missing', h."titleId", h."id", h."readyAt", 'offer-made'
FROM "Hold" h WHERE h."state" = 'ready' AND NOT EXISTS (SELECT 1 FROM "LendingEvent" e WHERE e."holdId" = h."id" AND e."kind" = 'offer-made' AND e."facts"->>'offerId' = h."offerId"::text)
UNION ALL
SELECT 'event-missing', u."titleId", u."titleId", max(u."from"), format('%s offers', count(*))
FROM "CopyUse" u WHERE u."kind" = 'offer' GROUP BY u."titleId"
HAVING count(*) <> (SELECT count(*) FROM "LendingEvent" e WHERE e."titleId" = u."titleId" AND e."kind" = 'offer-made')
UNION ALL
SELECT 'event-missing', c."titleId", c."id", c."retiredAt", 'copy-retired'
FROM "Copy" c WHERE c."retiredAt" IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM "LendingEvent" e WHERE e."titleId" = c."titleId" AND e."copyId" = c."id" AND e."kind" = 'copy-retired' AND e."at" = c."retiredAt")
UNION ALL
SELECT 'event-missing', t."id", t."id", t."withdrawnAt", 'title-withdrawn'
FROM "Title" t WHERE t."withdrawnAt" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "LendingEvent" e WHERE e."titleId" = t."id" AND e."kind" = 'title-withdrawn')
UNION ALL
SELECT 'row-missing', e."titleId", coalesce(e."loanId", e."holdId"), e."at", e."kind"
FROM "LendingEvent" e
WHERE (e."kind" = 'loan-began' AND NOT EXISTS (SELECT 1 FROM "Loan" l WHERE l."id" = e."loanId"))
  OR (e."kind" = 'hold-placed' AND NOT EXISTS (SELECT 1 FROM "Hold" h WHERE h."id" = e."holdId"));

-- Who must be told has been told. A message is kept for as long as it is news (seven days), a turn's for as long as it runs; what is
-- nobody's any more is told to nobody.
CREATE VIEW "invariant_messages" AS
SELECT 'message-missing'::text AS "line", l."titleId", l."id" AS "subjectId", l."endedAt" AS "at", CASE l."state" WHEN 'expired' THEN 'loan-ended' ELSE 'loan-revoked' END AS "detail"
FROM "Loan" l JOIN "Member" m ON m."id" = l."memberId" AND m."erasedAt" IS NULL
WHERE l."state" IN ('expired', 'revoked') AND l."endedAt" > now() - interval '6 days'
  AND NOT EXISTS (SELECT 1 FROM "Message" n WHERE n."facts"->>'loanId' = l."id"::text AND n."facts"->>'loanId' IS NOT NULL
    AND n."channel" = 'notice' AND n."kind" = CASE l."state" WHEN 'expired' THEN 'loan-ended' ELSE 'loan-revoked' END)
UNION ALL
SELECT 'message-missing', h."titleId", h."id", h."endedAt", 'hold-' || h."state"
FROM "Hold" h JOIN "Member" m ON m."id" = h."memberId" AND m."erasedAt" IS NULL
WHERE h."endedAt" > now() - interval '6 days'
  AND (h."state" = 'lapsed' OR (h."state" = 'cancelled' AND h."endedReason" NOT IN ('by-member', 'account-erased', 'earlier-hold-restored')))
  AND NOT EXISTS (SELECT 1 FROM "Message" n WHERE n."facts"->>'holdId' = h."id"::text AND n."facts"->>'holdId' IS NOT NULL AND n."channel" = 'notice' AND n."kind" = 'hold-' || h."state")
UNION ALL
SELECT 'message-missing', h."titleId", h."id", h."readyAt", 'your-turn'
FROM "Hold" h WHERE h."state" = 'ready' AND h."readyUntil" > now()
  AND NOT EXISTS (SELECT 1 FROM "Message" n WHERE n."key" = 'your-turn:' || h."offerId"::text AND n."channel" = 'notice');

CREATE VIEW "invariant_violations" AS
SELECT * FROM "invariant_licence_exceeded"
UNION ALL SELECT * FROM "invariant_copy_twice"
UNION ALL SELECT * FROM "invariant_licence_terms"
UNION ALL SELECT * FROM "invariant_one_a_member"
UNION ALL SELECT * FROM "invariant_limits"
UNION ALL SELECT * FROM "invariant_queue_jumped"
UNION ALL SELECT * FROM "invariant_idle_copy"
UNION ALL SELECT * FROM "invariant_not_settled"
UNION ALL SELECT * FROM "invariant_ends_once"
UNION ALL SELECT * FROM "invariant_events"
UNION ALL SELECT * FROM "invariant_messages";
