import type { ListedTitle } from './lending-lists';
import { pool } from './pool';

/** What stands on a shelf: a running loan with its end, an offer with its window, a place in a queue. */
export type GlanceRow = ListedTitle & { readonly kind: 'loan' | 'offer' | 'waiting'; readonly id: string; readonly titleId: string; readonly from: Date; readonly until: Date | null; readonly now: Date };

/** A member's shelf in one statement, what ends first on top. */
export async function shelfGlance(memberId: string, limit: number): Promise<readonly GlanceRow[]> {
  const { rows } = await pool().query<GlanceRow>({
    name: 'shelf-glance',
    text: `WITH n AS MATERIALIZED (SELECT lending_now() AS "now")
      SELECT mine.*, n."now", t."title", t."authors", t."coverHash" FROM n, (
        SELECT 'loan' AS "kind", l."id", l."titleId", l."borrowedAt" AS "from", l."dueAt" AS "until" FROM "Loan" l WHERE l."memberId" = $1 AND l."state" = 'active'
        UNION ALL
        SELECT CASE h."state" WHEN 'ready' THEN 'offer' ELSE 'waiting' END, h."id", h."titleId", h."placedAt", h."readyUntil" FROM "Hold" h WHERE h."memberId" = $1 AND h."state" IN ('waiting', 'ready')) mine
      JOIN "Title" t ON t."id" = mine."titleId"
      WHERE mine."until" IS NULL OR mine."until" > n."now" ORDER BY mine."until" NULLS LAST, mine."from", mine."id" LIMIT $2`,
    values: [memberId, limit],
  });
  return rows;
}
