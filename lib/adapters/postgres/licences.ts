import type { LicenceEndCause, LicenceModel } from '@/lib/domain/lending/licence';
import { pool } from './pool';
import { isLendingAt } from './stock-sql';

/** A licence as its librarians see it, with the numbers of this moment. */
export type OwnedLicence = {
  readonly id: string;
  readonly model: LicenceModel;
  readonly copyCount: number;
  readonly loanCount: number;
  readonly offerCount: number;
  readonly checkoutsLimit: number | null;
  readonly checkoutsUsed: number;
  readonly expiresAt: Date | null;
  readonly loanLength: string | null;
  readonly priceRupiah: number | null;
  readonly vendor: string | null;
  readonly orderNumber: string | null;
  readonly note: string | null;
  readonly addedAt: Date;
  readonly endedAt: Date | null;
  readonly endedBecause: LicenceEndCause | null;
  readonly endedReason: string | null;
};

/** The newest first. One whose date has passed reads as ended whether or not the task has run (rule 2). */
export async function licencesOfTitle(titleId: string): Promise<readonly OwnedLicence[] | null> {
  const { rows } = await pool().query<OwnedLicence>(
    `WITH n AS MATERIALIZED (SELECT lending_now() AS "now")
     SELECT l."id", l."model", l."checkoutsLimit", l."checkoutsUsed", l."expiresAt", l."loanLength", l."priceRupiah", l."vendor", l."orderNumber", l."note", l."createdAt" AS "addedAt",
       CASE WHEN l."endedAt" IS NULL AND l."expiresAt" <= n."now" THEN l."expiresAt" ELSE l."endedAt" END AS "endedAt",
       CASE WHEN l."endedAt" IS NULL AND l."expiresAt" <= n."now" THEN 'expired' ELSE l."endedBecause" END AS "endedBecause", l."endedReason",
       (SELECT count(*) FROM "Copy" c WHERE c."titleId" = t."id" AND c."licenceId" = l."id" AND c."retiredAt" IS NULL AND c."retiringAt" IS NULL AND ${isLendingAt('n."now"')}) AS "copyCount",
       count(u."id") FILTER (WHERE u."kind" = 'loan') AS "loanCount", count(u."id") FILTER (WHERE u."kind" = 'offer') AS "offerCount"
     FROM n CROSS JOIN "Title" t LEFT JOIN "Licence" l ON l."titleId" = t."id"
       LEFT JOIN "CopyUse" u ON u."titleId" = t."id" AND u."licenceId" = l."id" AND u."until" > n."now" AND u."from" <= n."now"
     WHERE t."id" = $1 GROUP BY l."id", t."id", n."now" ORDER BY l."createdAt" DESC, l."id"`,
    [titleId],
  );
  if (rows.length === 0) return null;
  return rows.filter(({ id }) => id !== null);
}

/** Whether loans that ended with their licence or title, or holds that closed with it, are still to be written down. */
export async function hasMoreToSettle(titleId: string): Promise<boolean> {
  const { rows } = await pool().query(
    `SELECT 1 WHERE EXISTS (SELECT 1 FROM "Title" t WHERE t."id" = $1 AND t."withdrawnAt" IS NOT NULL AND (
         EXISTS (SELECT 1 FROM "Hold" h WHERE h."titleId" = $1 AND h."state" IN ('waiting', 'ready'))
         OR (t."withdrawalEndsLoans" AND EXISTS (SELECT 1 FROM "Loan" l WHERE l."titleId" = $1 AND l."state" = 'active'))))
       OR EXISTS (SELECT 1 FROM "Title" t JOIN "Licence" l ON l."titleId" = t."id" AND l."model" = 'simultaneous-use' AND ${isLendingAt('lending_now()')}
         JOIN "Hold" h ON h."titleId" = t."id" AND h."state" = 'waiting' WHERE t."id" = $1 AND t."withdrawnAt" IS NULL AND t."publishedAt" <= lending_now())
       OR EXISTS (SELECT 1 FROM "Licence" i JOIN "Loan" l ON l."titleId" = i."titleId" AND l."state" = 'active' JOIN "CopyUse" u ON u."id" = l."id" AND u."licenceId" = i."id"
         WHERE i."titleId" = $1 AND i."endsLoans")`,
    [titleId],
  );
  return rows.length > 0;
}
