import { pool } from '../pool';
import { spanSql, stockNowSql, turnedOnceSql, type DaySpan } from './days';

/** A title that turned people away in a span of library days, and what it has for them. */
export type WantedTitle = {
  readonly titleId: string;
  readonly title: string;
  readonly turnaways: number;
  readonly borrows: number;
  readonly waiting: number;
  readonly copies: number;
};

/** Those that turned most people away first, then the most borrowed; the rest of the library is not looked into. */
export async function wantedTitles({ from, to, timeZone }: DaySpan, limit: number): Promise<readonly WantedTitle[]> {
  const { rows } = await pool().query<WantedTitle>({ name: 'wanted-titles', text, values: [from, to, timeZone, limit] });
  return rows;
}

// Two hundred are enough to tell among those that turned equally many away; what the few that are shown have is asked of them alone.
const text = `WITH ${spanSql},
${turnedOnceSql},
turned AS MATERIALIZED (SELECT "titleId", count(*) AS "turnaways" FROM once GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT greatest($4::int, 200)),
most AS MATERIALIZED (SELECT t."id", t."title", x."turnaways",
    (SELECT count(*) FROM "Loan" l WHERE l."titleId" = t."id" AND l."borrowedAt" >= n."from" AND l."borrowedAt" < n."until") AS "borrows"
  FROM n, turned x JOIN "Title" t ON t."id" = x."titleId" ORDER BY "turnaways" DESC, "borrows" DESC, t."title", t."id" LIMIT $4::int)
SELECT t."id" AS "titleId", t."title", t."turnaways", t."borrows", ${stockNowSql}
FROM most t ORDER BY t."turnaways" DESC, t."borrows" DESC, t."title", t."id"`;
