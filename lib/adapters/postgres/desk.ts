import type { Role } from '@/lib/domain/members/caller';
import { pool } from './pool';
import type { Tx } from './transaction';

export type FoundMember = {
  id: string; memberNumber: string; name: string; email: string | null; phone: string | null; role: Role; category: string | null; createdAt: Date;
  blockedAt: Date | null; blockedUntil: Date | null; validUntil: Date | null; loans: number; holds: number; now: Date;
};
export type MemberSearch = { readonly words: readonly string[]; readonly state: 'blocked' | 'ended' | 'staff' | null };
export type AfterName = { readonly name: string; readonly id: string };

/** Members by name; every word must occur somewhere in name, number, e-mail or telephone. One row more than `limit` tells of more. */
export async function searchMemberRows({ words, state }: MemberSearch, { limit, after }: { limit: number; after: AfterName | null }): Promise<readonly FoundMember[]> {
  const { rows } = await pool().query<FoundMember>(
    `WITH n AS MATERIALIZED (SELECT lending_now() AS "now"), found AS (
       SELECT m.* FROM n, "Member" m
       WHERE m."erasedAt" IS NULL
         AND member_haystack(m."name", m."memberNumber", m."email", m."phone") LIKE ALL ($1::text[])
         AND ($2::text IS NULL
           OR ($2 = 'blocked' AND m."blockedAt" <= n."now" AND (m."blockedUntil" IS NULL OR m."blockedUntil" > n."now"))
           OR ($2 = 'ended' AND m."validUntil" <= n."now")
           OR ($2 = 'staff' AND m."role" <> 'member'))
         AND ($3::text IS NULL OR (lower(m."name"), m."id") > ($3, $4::uuid))
       ORDER BY lower(m."name"), m."id" LIMIT $5 + 1)
     SELECT f."id", f."memberNumber", f."name", f."email", f."phone", f."role", f."category", f."createdAt", f."blockedAt", f."blockedUntil", f."validUntil", n."now",
       (SELECT count(*) FROM "Loan" l WHERE l."memberId" = f."id" AND l."state" = 'active' AND l."dueAt" > n."now") AS "loans",
       (SELECT count(*) FROM "Hold" h WHERE h."memberId" = f."id" AND h."state" IN ('waiting', 'ready')) AS "holds"
     FROM found f, n ORDER BY lower(f."name"), f."id"`,
    [words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`), state, after?.name ?? null, after?.id ?? null, limit],
  );
  return rows;
}

export type LockedMember = { id: string; role: Role; blockedAt: Date | null; blockedUntil: Date | null; validUntil: Date | null; now: Date };

/** The living member, locked: whoever lends to them meanwhile waits, and then sees what was decided. */
export async function lockMember(tx: Tx, memberId: string): Promise<LockedMember | null> {
  await tx.query(`SELECT 1 FROM "Member" WHERE "id" = $1 FOR NO KEY UPDATE`, [memberId]);
  const { rows } = await tx.query<LockedMember>(
    `SELECT "id", "role", "blockedAt", "blockedUntil", "validUntil", lending_now() AS "now" FROM "Member" WHERE "id" = $1 AND "erasedAt" IS NULL`,
    [memberId],
  );
  return rows[0] ?? null;
}

export async function setBlock(tx: Tx, memberId: string, { reason, until }: { readonly reason: string; readonly until: Date | null }): Promise<void> {
  await tx.query(
    `UPDATE "Member" SET "blockedAt" = lending_now(), "blockedUntil" = $2, "blockedReason" = $3, "updatedAt" = lending_now() WHERE "id" = $1`,
    [memberId, until, reason],
  );
}

/** A block that ends now, rather than one that never was: settle may still have to see that it was. */
export async function endBlock(tx: Tx, memberId: string): Promise<void> {
  await tx.query(`UPDATE "Member" SET "blockedUntil" = lending_now(), "blockedReason" = NULL, "updatedAt" = lending_now() WHERE "id" = $1 AND "blockedAt" IS NOT NULL`, [memberId]);
}

export async function setRole(tx: Tx, memberId: string, role: Role): Promise<void> {
  await tx.query(`UPDATE "Member" SET "role" = $2, "updatedAt" = lending_now() WHERE "id" = $1`, [memberId, role]);
}

export type Terms = { readonly category?: string | null; readonly validUntil?: Date | null; readonly emailVerified?: boolean; readonly phoneVerified?: boolean };

/** What only the desk sets: category, end of membership, and that an address or number was seen to be right. */
export async function setTerms(tx: Tx, memberId: string, { category, validUntil, emailVerified, phoneVerified }: Terms): Promise<void> {
  await tx.query(
    `UPDATE "Member" SET
       "category" = CASE WHEN $2 THEN $3 ELSE "category" END,
       "validUntil" = CASE WHEN $4 THEN $5::timestamptz ELSE "validUntil" END,
       "emailVerifiedAt" = CASE WHEN $6::boolean IS NULL OR "email" IS NULL THEN "emailVerifiedAt" WHEN $6 THEN coalesce("emailVerifiedAt", lending_now()) END,
       "phoneVerifiedAt" = CASE WHEN $7::boolean IS NULL OR "phone" IS NULL THEN "phoneVerifiedAt" WHEN $7 THEN coalesce("phoneVerifiedAt", lending_now()) END,
       "updatedAt" = lending_now()
     WHERE "id" = $1`,
    [memberId, category !== undefined, category ?? null, validUntil !== undefined, validUntil ?? null, emailVerified ?? null, phoneVerified ?? null],
  );
}

/** Titles whose queue a member's standing touches. */
export async function titlesQueuedFor(memberId: string): Promise<readonly string[]> {
  const { rows } = await pool().query<{ titleId: string }>(`SELECT DISTINCT "titleId" FROM "Hold" WHERE "memberId" = $1 AND "state" IN ('waiting', 'ready')`, [memberId]);
  return rows.map(({ titleId }) => titleId);
}
