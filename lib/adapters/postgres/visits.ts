import { pool } from './pool';

/**
 * Counts a browser once a library day. What is kept is a hash with today's salt; salt and hashes of other days go at the
 * first visit of a day, so that nothing links a visitor to yesterday even when no task ran.
 */
export async function countVisit(visitor: string, { timeZone, freshSalt, at }: { timeZone: string; freshSalt: string; at?: Date | undefined }): Promise<boolean> {
  const { rows } = await pool().query<{ isNew: boolean; isFirst: boolean }>({
    name: 'count-visit',
    text: `WITH today AS (SELECT (coalesce($4::timestamptz, lending_now()) AT TIME ZONE $1)::date AS "day"),
      salted AS (INSERT INTO "VisitSalt" ("day", "salt") SELECT "day", $2 FROM today ON CONFLICT ("day") DO UPDATE SET "salt" = "VisitSalt"."salt" RETURNING "day", "salt"),
      seen AS (INSERT INTO "VisitorToday" ("day", "hash") SELECT "day", encode(sha256(convert_to("salt" || $3, 'UTF8')), 'hex') FROM salted ON CONFLICT DO NOTHING RETURNING "day"),
      counted AS (INSERT INTO "VisitDay" ("day", "count") SELECT "day", 1 FROM seen ON CONFLICT ("day") DO UPDATE SET "count" = "VisitDay"."count" + 1 RETURNING 1)
      SELECT EXISTS (SELECT 1 FROM counted) AS "isNew", (SELECT "salt" FROM salted) = $2 AS "isFirst"`,
    values: [timeZone, freshSalt, visitor, at ?? null],
  });
  if (rows[0]?.isFirst === true) await forgetVisitorsBefore({ timeZone, at });
  return rows[0]?.isNew ?? false;
}

/** Throws away salts and hashes of every day before today; how many hashes went. The counts stay. */
export async function forgetVisitorsBefore({ timeZone, at }: { timeZone: string; at?: Date | undefined }): Promise<number> {
  const { rows } = await pool().query<{ count: number }>({
    name: 'forget-visitors',
    text: `WITH today AS (SELECT (coalesce($2::timestamptz, lending_now()) AT TIME ZONE $1)::date AS "day"),
      salts AS (DELETE FROM "VisitSalt" s USING today WHERE s."day" < today."day"),
      gone AS (DELETE FROM "VisitorToday" v USING today WHERE v."day" < today."day" RETURNING 1)
      SELECT count(*) AS "count" FROM gone`,
    values: [timeZone, at ?? null],
  });
  return rows[0]?.count ?? 0;
}
