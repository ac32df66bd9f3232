import { environment } from '@/lib/config/environment';
import { proofLifeMs } from '@/lib/domain/members/verification';
import { pool } from './pool';
import type { Tx } from './transaction';

/**
 * The e-mail that asks whether the address is right; one that is still waiting for an older address is given up. Without a
 * mail server nothing is written: then the desk verifies. As a statement of the transaction that brings the address.
 */
export async function verificationMail(on: Pick<Tx, 'query'>, memberId: string): Promise<void> {
  const isSent = environment().SMTP_URL !== undefined;
  await on.query(
    `WITH superseded AS (
      UPDATE "Message" SET "abandonedAt" = lending_now(), "lastError" = 'superseded'
      WHERE "memberId" = $1::uuid AND "kind" = 'verify-email' AND "sentAt" IS NULL AND "abandonedAt" IS NULL)
    INSERT INTO "Message" ("memberId", "channel", "kind", "key", "validUntil")
    SELECT m."id", 'email', 'verify-email', 'verify-email:' || gen_random_uuid(), lending_now() + $2::float8 * interval '1 millisecond'
    FROM "Member" m WHERE $3::boolean AND m."id" = $1::uuid AND m."email" IS NOT NULL AND m."emailVerifiedAt" IS NULL AND m."erasedAt" IS NULL AND NOT m."demonstration"`,
    [memberId, proofLifeMs, isSent],
  );
}

/** Whose address it is now, by the database's clock; null: there is none (any more). */
export async function addressOf(memberId: string): Promise<{ readonly email: string; readonly now: Date } | null> {
  const { rows } = await pool().query<{ email: string; now: Date }>(`SELECT "email", lending_now() AS "now" FROM "Member" WHERE "id" = $1 AND "email" IS NOT NULL AND "erasedAt" IS NULL`, [memberId]);
  return rows[0] ?? null;
}

/** True when this very address was not verified before, and is now. */
export async function markVerified(tx: Tx, memberId: string, email: string): Promise<boolean> {
  const { rowCount } = await tx.query(`UPDATE "Member" SET "emailVerifiedAt" = lending_now() WHERE "id" = $1 AND "email" = $2 AND "emailVerifiedAt" IS NULL`, [memberId, email]);
  return rowCount === 1;
}
