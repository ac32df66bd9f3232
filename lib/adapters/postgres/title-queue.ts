import { isBarredAt, isNotSuspendedAt } from './circulation/eligible-sql';
import { pool } from './pool';

export type QueuedHold = {
  readonly id: string; readonly memberId: string; readonly memberNumber: string; readonly name: string; readonly state: 'waiting' | 'ready'; readonly placedAt: Date;
  readonly readyUntil: Date | null; readonly isSuspended: boolean; readonly suspendedUntil: Date | null; readonly isBarred: boolean;
};

/** Who waits for a title, as staff see it: running turns first, then in line; who has been lent the title does not wait. */
export async function queueOfTitle(titleId: string, limit: number): Promise<readonly QueuedHold[]> {
  const { rows } = await pool().query<QueuedHold>(
    `WITH n AS MATERIALIZED (SELECT lending_now() AS "now")
     SELECT h."id", h."memberId", m."memberNumber", m."name", h."state", h."placedAt", CASE WHEN h."state" = 'ready' THEN h."readyUntil" END AS "readyUntil",
       ${isNotSuspendedAt('n."now"')} IS NOT TRUE AS "isSuspended", h."suspendedUntil",
       ${isBarredAt('n."now"')} IS TRUE AS "isBarred"
     FROM n, "Hold" h JOIN "Member" m ON m."id" = h."memberId"
     WHERE h."titleId" = $1 AND (h."state" = 'waiting' OR (h."state" = 'ready' AND h."readyUntil" > n."now"))
     ORDER BY h."state" <> 'ready', h."queueNumber" LIMIT $2`,
    [titleId, limit],
  );
  return rows;
}
