import type { CategoryPolicy, Policy } from '@/lib/domain/lending/policy';
import { pool } from './pool';

export type Allowance = { readonly policy: Policy; readonly category: CategoryPolicy | null; readonly verified: boolean; readonly loans: number; readonly holds: number; readonly now: Date };

/** What a member uses of what the policy allows, counted as lending counts: by what runs now, not by what is still marked so. */
export async function findAllowance(memberId: string): Promise<Allowance | null> {
  const { rows } = await pool().query<Allowance>({
    name: 'find-allowance',
    text: `WITH n AS MATERIALIZED (SELECT lending_now() AS "now")
      SELECT (SELECT row_to_json(p) FROM "Policy" p ORDER BY p."id" DESC LIMIT 1) AS "policy",
        (SELECT row_to_json(c) FROM "CategoryPolicy" c WHERE c."category" = m."category") AS "category",
        m."emailVerifiedAt" IS NOT NULL OR m."phoneVerifiedAt" IS NOT NULL AS "verified",
        (SELECT count(*) FROM "Loan" l WHERE l."memberId" = m."id" AND l."state" = 'active' AND l."dueAt" > n."now") AS "loans",
        (SELECT count(*) FROM "Hold" h WHERE h."memberId" = m."id" AND (h."state" = 'waiting' OR (h."state" = 'ready' AND h."readyUntil" > n."now"))) AS "holds",
        n."now"
      FROM n, "Member" m WHERE m."id" = $1 AND m."erasedAt" IS NULL`,
    values: [memberId],
  });
  return rows[0] ?? null;
}
