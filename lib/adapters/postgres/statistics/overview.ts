import { pool } from '../pool';
import { dayOf, endedSql, endsByStateSql, spanSql, turnedOnceSql, type DayFigures, type DaySpan } from './days';

/** What the overview shows of one library day: what an index alone can count, however many loans a day has. */
export type OverviewDay = Pick<DayFigures, 'day' | 'visits' | 'borrows' | 'turnaways'>;

/** Library days, both included, none after today. */
export async function overviewDays({ from, to, timeZone }: DaySpan): Promise<readonly OverviewDay[]> {
  const { rows } = await pool().query<OverviewDay>({ name: 'overview-days', text: daysText, values: [from, to, timeZone] });
  return rows;
}

export type EndedFigures = Pick<DayFigures, 'returned' | 'expired' | 'revoked'>;

/** Loans that ended on one library day, as time has decided. */
export async function endedOn(day: string, timeZone: string): Promise<EndedFigures> {
  const { rows } = await pool().query<EndedFigures>({ name: 'ended-on', text: endedText, values: [day, day, timeZone] });
  return rows[0] ?? { returned: 0, expired: 0, revoked: 0 };
}

const daysText = `WITH ${spanSql}, ${turnedOnceSql},
turned AS (SELECT "day", count(*) AS "turnaways" FROM once GROUP BY 1),
d AS (SELECT day::date AS "day", day::timestamp AT TIME ZONE $3 AS "from", (day::date + 1)::timestamp AT TIME ZONE $3 AS "until" FROM n, generate_series($1::date, least($2::date, ${dayOf('n."now"')}), '1 day') AS day)
SELECT d."day"::text, coalesce(v."count", 0) AS "visits", coalesce(t."turnaways", 0) AS "turnaways",
  (SELECT count(*) FROM "Loan" l WHERE l."borrowedAt" >= d."from" AND l."borrowedAt" < d."until") AS "borrows"
FROM d LEFT JOIN "VisitDay" v ON v."day" = d."day" LEFT JOIN turned t ON t."day" = d."day" ORDER BY d."day"`;

const endedText = `WITH ${spanSql}, ${endedSql}
SELECT ${endsByStateSql} FROM ended`;
