// What lib/domain/lending/availability.ts says of t's stock, in SQL, said once; `now` is an expression. A test holds the two together.

/** A licence that lends: l is the licence. One that is used up has ended in the same transaction as its last loan. */
export function isLendingAt(now: string): string {
  return `(l."endedAt" IS NULL AND (l."expiresAt" IS NULL OR l."expiresAt" > ${now}))`;
}

/** Under simultaneous use there is always one more. */
export function isForEverybodyAt(now: string): string {
  return `EXISTS (SELECT 1 FROM "Licence" l WHERE l."titleId" = t."id" AND l."model" = 'simultaneous-use' AND ${isLendingAt(now)})`;
}

/** Copies in stock, not retiring, whose licence lends; and one more where everybody can have the title. */
export function copyCountAt(now: string): string {
  return `((SELECT count(*) FROM "Copy" c JOIN "Licence" l ON l."id" = c."licenceId" WHERE c."titleId" = t."id" AND c."retiredAt" IS NULL AND c."retiringAt" IS NULL AND ${isLendingAt(now)})
    + CASE WHEN ${isForEverybodyAt(now)} THEN 1 ELSE 0 END)`;
}

/** Per licence min(free copies, loans left − running offers). */
export function freeCountAt(now: string): string {
  return `(SELECT coalesce(sum(CASE WHEN l."checkoutsLimit" IS NULL THEN s."home" ELSE least(s."home", greatest(0, l."checkoutsLimit" - l."checkoutsUsed" - (
      SELECT count(*) FROM "CopyUse" o WHERE o."titleId" = t."id" AND o."licenceId" = l."id" AND o."kind" = 'offer' AND o."until" > ${now} AND o."from" <= ${now}))) END), 0)::int
    FROM "Licence" l CROSS JOIN LATERAL (
      SELECT count(*) AS "home" FROM "Copy" c WHERE c."titleId" = t."id" AND c."licenceId" = l."id" AND c."retiredAt" IS NULL AND c."retiringAt" IS NULL
        AND NOT EXISTS (SELECT 1 FROM "CopyUse" u WHERE u."titleId" = t."id" AND u."until" > ${now} AND u."copyId" = c."id" AND u."from" <= ${now})) s
    WHERE l."titleId" = t."id" AND ${isLendingAt(now)})`;
}
