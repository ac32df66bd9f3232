-- An outage that an admin declares; "throughTitleId" is how far its credit has come, in the order of the titles' ids.
CREATE TABLE "DeclaredOutage" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "from" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "declaredById" UUID NOT NULL,
    "declaredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT lending_now(),
    "throughTitleId" UUID,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "DeclaredOutage_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "DeclaredOutage_span" CHECK ("from" < "until")
);

CREATE INDEX "DeclaredOutage_declaredAt_idx" ON "DeclaredOutage"("declaredAt");

-- What an outage gave is counted by its id.
CREATE INDEX "LendingEvent_by_outage" ON "LendingEvent" (("facts"->>'outageId')) WHERE "facts" ? 'outageId';
CREATE INDEX "LendingEvent_missed" ON "LendingEvent" ("at") WHERE "kind" = 'offer-missed';

-- A hold that an outage gave back was over in between: what its member did meanwhile stood beside nothing.
CREATE FUNCTION hold_was_over(hold uuid, begun timestamptz, ended timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM "LendingEvent" l JOIN "LendingEvent" r ON r."holdId" = l."holdId" AND r."kind" = 'hold-restored' AND r."id" > l."id"
    WHERE l."holdId" = hold AND l."kind" = 'hold-lapsed' AND l."at" <= begun AND r."at" >= ended)
$$;

CREATE OR REPLACE VIEW "invariant_one_a_member" AS
SELECT 'two-loans'::text AS "line", a."titleId", a."id" AS "subjectId", greatest(a."borrowedAt", b."borrowedAt") AS "at", format('and %s', b."id") AS "detail"
FROM "Loan" a JOIN "Loan" b ON b."memberId" = a."memberId" AND b."titleId" = a."titleId" AND b."id" > a."id"
  AND b."borrowedAt" < coalesce(a."endedAt", a."dueAt") AND a."borrowedAt" < coalesce(b."endedAt", b."dueAt")
UNION ALL
SELECT 'two-holds', a."titleId", a."id", greatest(a."placedAt", b."placedAt"), format('and %s', b."id")
FROM "Hold" a JOIN "Hold" b ON b."memberId" = a."memberId" AND b."titleId" = a."titleId" AND b."id" > a."id"
  AND b."placedAt" < coalesce(a."endedAt", 'infinity') AND a."placedAt" < coalesce(b."endedAt", 'infinity')
WHERE NOT hold_was_over(a."id", b."placedAt", coalesce(b."endedAt", 'infinity')) AND NOT hold_was_over(b."id", a."placedAt", coalesce(a."endedAt", 'infinity'))
UNION ALL
SELECT 'loan-and-hold', l."titleId", l."id", greatest(l."borrowedAt", h."placedAt"), format('and %s', h."id")
FROM "Loan" l JOIN "Hold" h ON h."memberId" = l."memberId" AND h."titleId" = l."titleId"
  AND h."placedAt" < coalesce(l."endedAt", l."dueAt") AND l."borrowedAt" < coalesce(h."endedAt", 'infinity')
WHERE NOT hold_was_over(h."id", l."borrowedAt", coalesce(l."endedAt", l."dueAt"));
