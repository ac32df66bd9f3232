import { pool } from './pool';

/** A place in a list ordered by time, newest first: the last row that was shown. */
export type After = { readonly at: Date; readonly id: string };

export type ListedTitle = { readonly title: string; readonly authors: readonly string[]; readonly coverHash: string | null };
export type ListedLoan = ListedTitle & {
  readonly id: string; readonly titleId: string; readonly state: 'active' | 'returned' | 'expired' | 'revoked'; readonly borrowedAt: Date; readonly dueAt: Date;
  readonly endedAt: Date | null; readonly endedReason: string | null; readonly renewalCount: number; readonly now: Date;
};

/**
 * A member's loans, newest first. A loan past its dueAt reads as expired whether or not the task has run (rule 2).
 * One row more than `limit` tells that there are more.
 */
export async function loansOfMember(memberId: string, { state, limit, after }: { state: 'active' | 'ended' | null; limit: number; after: After | null }): Promise<readonly ListedLoan[]> {
  const { rows } = await pool().query<ListedLoan>({
    name: 'loans-of-member',
    text: `WITH n AS MATERIALIZED (SELECT lending_now() AS "now")
      SELECT l."id", l."titleId", CASE WHEN l."state" = 'active' AND l."dueAt" <= n."now" THEN 'expired' ELSE l."state" END AS "state",
        l."borrowedAt", l."dueAt", CASE WHEN l."state" = 'active' AND l."dueAt" <= n."now" THEN l."dueAt" ELSE l."endedAt" END AS "endedAt",
        l."endedReason", l."renewalCount", n."now", t."title", t."authors", t."coverHash"
      FROM n, "Loan" l JOIN "Title" t ON t."id" = l."titleId"
      WHERE l."memberId" = $1
        AND ($2::text IS NULL OR ($2 = 'active') = (l."state" = 'active' AND l."dueAt" > n."now"))
        AND ($3::timestamptz IS NULL OR (l."borrowedAt", l."id") < ($3::timestamptz, $4::uuid))
      ORDER BY l."borrowedAt" DESC, l."id" DESC LIMIT $5 + 1`,
    values: [memberId, state, after?.at ?? null, after?.id ?? null, limit],
  });
  return rows;
}

export type ListedHold = ListedTitle & { readonly id: string; readonly titleId: string; readonly placedAt: Date };

/** A member's open holds, oldest first; what time has decided about them is told by each title's lending. */
export async function openHoldsOfMember(memberId: string): Promise<readonly ListedHold[]> {
  const { rows } = await pool().query<ListedHold>({
    name: 'holds-of-member',
    text: `SELECT h."id", h."titleId", h."placedAt", t."title", t."authors", t."coverHash" FROM "Hold" h JOIN "Title" t ON t."id" = h."titleId"
      WHERE h."memberId" = $1 AND h."state" IN ('waiting', 'ready') ORDER BY h."placedAt", h."id"`,
    values: [memberId],
  });
  return rows;
}
