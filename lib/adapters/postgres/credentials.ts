import type { Identifier } from '@/lib/domain/members/identifier';
import { pool } from './pool';
import { endSessions } from './sessions';
import type { Tx } from './transaction';

export type Credentials = { memberId: string; memberNumber: string; name: string; email: string | null; passwordHash: string | null; demonstration: boolean };

const columns = `"id" AS "memberId", "memberNumber", "name", "email", "passwordHash", "demonstration"`;

/** The living account that an e-mail address or member number names. */
export async function findCredentials(identifier: Identifier, tx?: Tx): Promise<Credentials | null> {
  const [column, value] = identifier.kind === 'email' ? ['lower("email")', identifier.email] : ['"memberNumber"', identifier.memberNumber];
  const found = await (tx ?? pool()).query<Credentials>(`SELECT ${columns} FROM "Member" WHERE ${column} = $1 AND "erasedAt" IS NULL`, [value]);
  return found.rows[0] ?? null;
}

export async function findCredentialsById(memberId: string, tx?: Tx): Promise<Credentials | null> {
  const found = await (tx ?? pool()).query<Credentials>(`SELECT ${columns} FROM "Member" WHERE "id" = $1 AND "erasedAt" IS NULL`, [memberId]);
  return found.rows[0] ?? null;
}

type NewPassword = { readonly memberId: string; readonly passwordHash: string; readonly keepSessionId: string | null };

/** Sets the password, ends every session but the one to keep, and voids open links and codes, all or nothing. */
export async function replacePassword(tx: Tx, { memberId, passwordHash, keepSessionId }: NewPassword): Promise<void> {
  await tx.query(`UPDATE "Member" SET "passwordHash" = $2, "updatedAt" = lending_now() WHERE "id" = $1`, [memberId, passwordHash]);
  await endSessions(tx, memberId, keepSessionId);
  await tx.query(`UPDATE "PasswordReset" SET "usedAt" = lending_now() WHERE "memberId" = $1 AND "usedAt" IS NULL`, [memberId]);
}
