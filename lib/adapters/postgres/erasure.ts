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

/** Empties the row; what hung on it and names a person or a title goes with it. The row stays, for counts. */
export async function emptyMember(tx: Tx, memberId: string): Promise<void> {
  for (const table of ['Reading', 'SavedTitle', 'Message', 'PasswordReset', 'Session']) await tx.query(`DELETE FROM "${table}" WHERE "memberId" = $1`, [memberId]);
  await tx.query(`DELETE FROM "IdempotencyKey" WHERE "scope" IN ($1, 'call:' || $1)`, [memberId]);
  await tx.query(
    `UPDATE "Member" SET "name" = '', "memberNumber" = 'erased-' || "id", "role" = 'member', "email" = NULL, "emailVerifiedAt" = NULL, "phone" = NULL, "phoneVerifiedAt" = NULL,
       "passwordHash" = NULL, "birthDate" = NULL, "gender" = NULL, "category" = NULL, "validUntil" = NULL, "guardianName" = NULL, "guardianPhone" = NULL, "consentVersion" = NULL,
       "consentAt" = NULL, "blockedAt" = NULL, "blockedUntil" = NULL, "blockedReason" = NULL, "emailNotices" = false, "erasedAt" = lending_now(), "updatedAt" = lending_now()
     WHERE "id" = $1`,
    [memberId],
  );
}
