import type { Pace } from '@/lib/domain/lending/wait';
import { pool } from './pool';

/** Which share of its period a loan was kept, and of its window an offer, in the last 90 days on average; each null while there are too few to tell. */
export async function observedPace({ loansAtLeast, pickupsAtLeast }: { readonly loansAtLeast: number; readonly pickupsAtLeast: number }): Promise<NonNullable<Pace>> {
  const { rows } = await pool().query<NonNullable<Pace>>(
    `WITH n AS MATERIALIZED (SELECT lending_now() - interval '90 days' AS "since")
     SELECT
       (SELECT CASE WHEN count(*) >= $1 THEN avg(extract(epoch FROM l."endedAt" - l."borrowedAt") / extract(epoch FROM l."dueAt" - l."borrowedAt"))::float8 END
        FROM n, "Loan" l WHERE l."endedAt" >= n."since" AND l."borrowedAt" < l."dueAt") AS "loanShare",
       (SELECT CASE WHEN count(*) >= $2 THEN avg(extract(epoch FROM h."endedAt" - h."readyAt") / extract(epoch FROM h."readyUntil" - h."readyAt"))::float8 END
        FROM n, "Hold" h WHERE h."endedAt" >= n."since" AND h."state" = 'fulfilled' AND h."readyAt" <= h."endedAt" AND h."endedAt" <= h."readyUntil" AND h."readyAt" < h."readyUntil") AS "pickupShare"`,
    [loansAtLeast, pickupsAtLeast],
  );
  return rows[0] ?? { loanShare: null, pickupShare: null };
}

export async function keepPace(pace: NonNullable<Pace>): Promise<void> {
  await pool().query(`INSERT INTO "Setting" ("name", "value") VALUES ('pace', $1) ON CONFLICT ("name") DO UPDATE SET "value" = excluded."value"`, [JSON.stringify(pace)]);
}
