import { environment } from '@/lib/config/environment';
import type { Tx } from './transaction';

export type OpenLending = { kind: 'loan' | 'hold'; id: string; titleId: string };

/** What still ties a member to titles: loans not ended and holds not ended, whatever time has decided about them. */
export async function openLendingOf(tx: Pick<Tx, 'query'>, memberId: string): Promise<OpenLending[]> {
  const { rows } = await tx.query<OpenLending>(
    `SELECT 'loan' AS "kind", "id", "titleId" FROM "Loan" WHERE "memberId" = $1 AND "state" = 'active'
     UNION ALL SELECT 'hold', "id", "titleId" FROM "Hold" WHERE "memberId" = $1 AND "state" IN ('waiting', 'ready')`,
    [memberId],
  );
  return rows;
}

/** True when this is the only admin left; their rows stay locked till the end of the transaction. */
export async function isLastAdmin(tx: Tx, memberId: string): Promise<boolean> {
  const { rows } = await tx.query<{ id: string }>(`SELECT "id" FROM "Member" WHERE "role" = 'admin' AND "erasedAt" IS NULL ORDER BY "id" FOR NO KEY UPDATE`);
  return rows.length === 1 && rows[0]?.id === memberId;
}

/**
 * Rule 12: each ended loan, hold and turnaway gets a random id of its own in place of the member, so that nothing links;
 * how many loans in which month stays. For one member (their account goes), or for all before an instant (retention).
 */
export async function forgetWhoBorrowed(tx: Tx, which: { readonly memberId: string } | { readonly endedBefore: Date; readonly limit: number }): Promise<number> {
  const [memberId, endedBefore, limit] = 'memberId' in which ? [which.memberId, null, null] : [null, which.endedBefore, which.limit];
  const chosen = (endedAt: string) => `"memberId" IS NOT NULL AND ($1::uuid IS NULL OR "memberId" = $1) AND ($2::timestamptz IS NULL OR ${endedAt} < $2) LIMIT $3`;
  const loans = await tx.query(
    `WITH chosen AS (SELECT "id", "memberId", "borrowedAt" FROM "Loan" WHERE "state" <> 'active' AND ${chosen('"endedAt"')}),
      months AS (
        INSERT INTO "BorrowingMonth" ("month", "memberId", "loanCount")
        SELECT date_trunc('month', "borrowedAt" AT TIME ZONE $4)::date, "memberId", count(*) FROM chosen GROUP BY 1, 2
        ON CONFLICT ("month", "memberId") DO UPDATE SET "loanCount" = "BorrowingMonth"."loanCount" + EXCLUDED."loanCount")
     UPDATE "Loan" l SET "memberId" = NULL, "pseudonym" = gen_random_uuid() FROM chosen c WHERE l."id" = c."id"`,
    [memberId, endedBefore, limit, environment().TIME_ZONE],
  );
  const forget = (table: string, endedAt: string) =>
    tx.query(`UPDATE "${table}" SET "memberId" = NULL, "pseudonym" = gen_random_uuid() WHERE "id" IN (SELECT "id" FROM "${table}" WHERE ${endedAt} IS NOT NULL AND ${chosen(endedAt)})`, [memberId, endedBefore, limit]);
  const holds = await forget('Hold', '"endedAt"');
  const turnaways = await forget('Turnaway', '"at"');
  return (loans.rowCount ?? 0) + (holds.rowCount ?? 0) + (turnaways.rowCount ?? 0);
}

/** Empties the row; what hung on it and names a person or a title goes with it. The row stays, for counts. */
export async function emptyMember(tx: Tx, memberId: string): Promise<void> {
  for (const table of ['Reading', 'SavedTitle', 'Message', 'PasswordReset', 'Session']) await tx.query(`DELETE FROM "${table}" WHERE "memberId" = $1`, [memberId]);
  await tx.query(`DELETE FROM "IdempotencyKey" WHERE "scope" = $1`, [memberId]);
  await tx.query(
    `UPDATE "Member" SET "name" = '', "memberNumber" = 'erased-' || "id", "role" = 'member', "email" = NULL, "emailVerifiedAt" = NULL, "phone" = NULL, "phoneVerifiedAt" = NULL,
       "passwordHash" = NULL, "birthDate" = NULL, "gender" = NULL, "category" = NULL, "validUntil" = NULL, "guardianName" = NULL, "guardianPhone" = NULL, "consentVersion" = NULL,
       "consentAt" = NULL, "blockedAt" = NULL, "blockedUntil" = NULL, "blockedReason" = NULL, "emailNotices" = false, "erasedAt" = lending_now(), "updatedAt" = lending_now()
     WHERE "id" = $1`,
    [memberId],
  );
}
