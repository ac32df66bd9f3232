import { pool } from './pool';

export type Counts = { readonly activeLoans: number; readonly waitingHolds: number; readonly readyHolds: number; readonly members: number; readonly titles: number; readonly databaseBytes: number };

/** Few and cheap counts; partial indexes serve the first three. */
export async function countEverything(): Promise<Counts> {
  const { rows } = await pool().query<Counts>(`
    SELECT (SELECT count(*) FROM "Loan" WHERE "state" = 'active' AND "dueAt" > lending_now())::int AS "activeLoans",
      (SELECT count(*) FROM "Hold" WHERE "state" = 'waiting')::int AS "waitingHolds",
      (SELECT count(*) FROM "Hold" WHERE "state" = 'ready' AND "readyUntil" > lending_now())::int AS "readyHolds",
      (SELECT count(*) FROM "Member")::int AS "members",
      (SELECT count(*) FROM "Title")::int AS "titles",
      pg_database_size(current_database()) AS "databaseBytes"`);
  const [counts] = rows;
  if (counts === undefined) throw new Error('a query of counts answered nothing');
  return counts;
}
