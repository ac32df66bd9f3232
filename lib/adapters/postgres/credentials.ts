import type { Identifier } from '@/lib/domain/members/identifier';
import { pool } from './pool';

export type Credentials = { memberId: string; passwordHash: string | null; demonstration: boolean };

/** The living account that an e-mail address or member number names. */
export async function findCredentials(identifier: Identifier): Promise<Credentials | null> {
  const [column, value] = identifier.kind === 'email' ? ['lower("email")', identifier.email] : ['"memberNumber"', identifier.memberNumber];
  const found = await pool().query<Credentials>(
    `SELECT "id" AS "memberId", "passwordHash", "demonstration" FROM "Member" WHERE ${column} = $1 AND "erasedAt" IS NULL`,
    [value],
  );
  return found.rows[0] ?? null;
}
