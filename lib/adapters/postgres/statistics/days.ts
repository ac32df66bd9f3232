import { pool } from '../pool';

/** What happened on one library day. */
export type DayFigures = {
  readonly day: string;
  readonly visits: number;
  readonly borrows: number;
  /** Members who began a loan that day. */
  readonly borrowers: number;
  readonly returned: number;
  readonly expired: number;
  readonly revoked: number;
  /** Loans whose book was opened for the first time. */
  readonly reads: number;
  /** Members turned away, each once a title and day. */
  readonly turnaways: number;
  /** Loans running at the day's end (today: now). */
  readonly activeLoans: number;
};

export type DaySpan = { readonly from: string; readonly to: string; readonly timeZone: string };

/**
 * Figures by library day, both days included, none after today. Rule 2: a loan past its dueAt ended then, whether or not
 * the task has marked it.
 */
export async function figuresByDay({ from, to, timeZone }: DaySpan): Promise<readonly DayFigures[]> {
  const { rows } = await pool().query<DayFigures>({ name: 'figures-by-day', text, values: [from, to, timeZone] });
  return rows;
}

/** The bounds of a span of library days as instants: $1 first day, $2 last day, $3 zone. */
export const spanSql = `n AS MATERIALIZED (SELECT lending_now() AS "now", ($1::date)::timestamp AT TIME ZONE $3 AS "from", ($2::date + 1)::timestamp AT TIME ZONE $3 AS "until")`;

/** Loans that ended in the span, as time has decided. */
export const endedSql = `ended AS (
  SELECT l."titleId", l."state", l."endedAt" AS "at" FROM n, "Loan" l WHERE l."endedAt" >= n."from" AND l."endedAt" < n."until"
  UNION ALL SELECT l."titleId", 'expired', l."dueAt" FROM n, "Loan" l WHERE l."state" = 'active' AND l."dueAt" <= n."now" AND l."dueAt" >= n."from" AND l."dueAt" < n."until")`;

/** How those of `ended` ended. */
export const endsByStateSql = ['returned', 'expired', 'revoked'].map((state) => `count(*) FILTER (WHERE "state" = '${state}') AS "${state}"`).join(', ');

/** The library day of an instant, both in SQL; $3 is the zone. */
export function dayOf(instant: string): string {
  return `(${instant} AT TIME ZONE $3)::date`;
}

/** Who was turned away in the span: each member once a title and day. */
export const turnedOnceSql = `once AS (SELECT DISTINCT t."titleId", ${dayOf('t."at"')} AS "day", coalesce(t."memberId", t."pseudonym") FROM n, "Turnaway" t WHERE t."at" >= n."from" AND t."at" < n."until")`;

/** What title t has now: its queue and its stock. */
export const stockNowSql = `(SELECT count(*) FROM "Hold" h WHERE h."titleId" = t."id" AND h."state" = 'waiting') AS "waiting",
  (SELECT count(*) FROM "Copy" c WHERE c."titleId" = t."id" AND c."retiringAt" IS NULL AND c."retiredAt" IS NULL) AS "copies"`;

const text = `WITH ${spanSql}, ${endedSql}, ${turnedOnceSql},
d AS (SELECT day::date AS "day" FROM n, generate_series($1::date, least($2::date, ${dayOf('n."now"')}), '1 day') AS day),
borrowed AS (SELECT ${dayOf('l."borrowedAt"')} AS "day", count(*) AS "borrows", count(DISTINCT coalesce(l."memberId", l."pseudonym")) AS "borrowers"
  FROM n, "Loan" l WHERE l."borrowedAt" >= n."from" AND l."borrowedAt" < n."until" GROUP BY 1),
ends AS (SELECT ${dayOf('"at"')} AS "day", ${endsByStateSql} FROM ended GROUP BY 1),
opened AS (SELECT ${dayOf('l."firstOpenedAt"')} AS "day", count(*) AS "reads" FROM n, "Loan" l WHERE l."firstOpenedAt" >= n."from" AND l."firstOpenedAt" < n."until" GROUP BY 1),
turned AS (SELECT "day", count(*) AS "turnaways" FROM once GROUP BY 1),
before AS (SELECT (SELECT count(*) FROM n, "Loan" l WHERE l."endedAt" >= n."from" AND l."borrowedAt" < n."from")
  + (SELECT count(*) FROM n, "Loan" l WHERE l."state" = 'active' AND l."dueAt" >= n."from" AND l."borrowedAt" < n."from") AS "running")
SELECT d."day"::text, coalesce(v."count", 0) AS "visits", coalesce(b."borrows", 0) AS "borrows", coalesce(b."borrowers", 0) AS "borrowers",
  coalesce(e."returned", 0) AS "returned", coalesce(e."expired", 0) AS "expired", coalesce(e."revoked", 0) AS "revoked", coalesce(o."reads", 0) AS "reads", coalesce(t."turnaways", 0) AS "turnaways",
  ((SELECT "running" FROM before) + sum(coalesce(b."borrows", 0) - coalesce(e."returned", 0) - coalesce(e."expired", 0) - coalesce(e."revoked", 0)) OVER (ORDER BY d."day"))::bigint AS "activeLoans"
FROM d LEFT JOIN "VisitDay" v ON v."day" = d."day" LEFT JOIN borrowed b ON b."day" = d."day" LEFT JOIN ends e ON e."day" = d."day"
  LEFT JOIN opened o ON o."day" = d."day" LEFT JOIN turned t ON t."day" = d."day" ORDER BY d."day"`;
