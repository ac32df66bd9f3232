import { pool } from './pool';
import type { Tx } from './transaction';

export type ResetRow = { id: string; memberId: string; secretHash: string; channel: 'email' | 'code'; validUntil: Date; usedAt: Date | null; attempts: number; now: Date };

const columns = `"id", "memberId", "secretHash", "channel", "validUntil", "usedAt", "attempts", lending_now() AS "now"`;

type NewReset = { readonly id: string; readonly memberId: string; readonly secretHash: string; readonly channel: 'email' | 'code'; readonly lifeMs: number; readonly issuedById: string | null };

/** Answers until when it is valid. Of a channel only the newest is valid. */
export async function insertReset(tx: Tx, { id, memberId, secretHash, channel, lifeMs, issuedById }: NewReset): Promise<Date> {
  if (channel === 'code') await voidResets(tx, memberId, 'code');
  const made = await tx.query<{ validUntil: Date }>(
    `INSERT INTO "PasswordReset" ("id", "memberId", "secretHash", "channel", "issuedById", "validUntil")
     VALUES ($1, $2, $3, $4, $5, lending_now() + $6 * interval '1 millisecond') RETURNING "validUntil"`,
    [id, memberId, secretHash, channel, issuedById, lifeMs],
  );
  return made.rows[0]?.validUntil ?? new Date(0);
}

export async function voidResets(tx: Tx, memberId: string, channel: 'email' | 'code'): Promise<void> {
  await tx.query(`UPDATE "PasswordReset" SET "usedAt" = lending_now() WHERE "memberId" = $1 AND "channel" = $2 AND "usedAt" IS NULL`, [memberId, channel]);
}

/** Locked, so that a link works once, however often it is clicked. */
export async function lockResetBySecret(tx: Tx, secretHash: string): Promise<ResetRow | null> {
  const found = await tx.query<ResetRow>(`SELECT ${columns} FROM "PasswordReset" WHERE "secretHash" = $1 AND "channel" = 'email' FOR NO KEY UPDATE`, [secretHash]);
  return found.rows[0] ?? null;
}

export async function lockNewestCode(tx: Tx, memberId: string): Promise<ResetRow | null> {
  const found = await tx.query<ResetRow>(`SELECT ${columns} FROM "PasswordReset" WHERE "memberId" = $1 AND "channel" = 'code' ORDER BY "createdAt" DESC LIMIT 1 FOR NO KEY UPDATE`, [memberId]);
  return found.rows[0] ?? null;
}

export async function countWrongCode(tx: Tx, resetId: string): Promise<void> {
  await tx.query(`UPDATE "PasswordReset" SET "attempts" = "attempts" + 1 WHERE "id" = $1`, [resetId]);
}

/** Who opens the link has the address. */
export async function verifyEmail(tx: Tx, memberId: string): Promise<void> {
  await tx.query(`UPDATE "Member" SET "emailVerifiedAt" = coalesce("emailVerifiedAt", lending_now()) WHERE "id" = $1 AND "email" IS NOT NULL`, [memberId]);
}

/** The e-mail that carries the link; whoever sends it derives the link from the row's id. */
export async function enqueueResetMail(tx: Tx, memberId: string, resetId: string, validUntil: Date): Promise<void> {
  await tx.query(
    `INSERT INTO "Message" ("memberId", "channel", "kind", "facts", "key", "validUntil") VALUES ($1, 'email', 'password-reset', $2, $3, $4)`,
    [memberId, JSON.stringify({ resetId }), `password-reset:${resetId}`, validUntil],
  );
}

export async function sweepResets(): Promise<number> {
  const swept = await pool().query(`DELETE FROM "PasswordReset" WHERE "validUntil" < lending_now() - interval '30 days'`);
  return swept.rowCount ?? 0;
}
