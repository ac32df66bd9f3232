import { pool } from '../pool';
import { endedSql, endsByStateSql, spanSql, stockNowSql, turnedOnceSql, type DaySpan } from './days';

/** What happened to one title in a span of library days, and what it has now. */
export type TitleFigures = {
  readonly titleId: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly borrows: number;
  readonly borrowers: number;
  readonly returned: number;
  readonly expired: number;
  readonly revoked: number;
  readonly reads: number;
  readonly turnaways: number;
  readonly activeLoans: number;
  readonly waiting: number;
  readonly copies: number;
};

/** Titles with anything to tell of the span, the ones that turned most people away first, then the most borrowed. */
export async function figuresByTitle({ from, to, timeZone }: DaySpan, limit: number): Promise<readonly TitleFigures[]> {
  const { rows } = await pool().query<TitleFigures>({ name: 'figures-by-title', text, values: [from, to, timeZone, limit] });
  return rows;
}

const text = `WITH ${spanSql}, ${endedSql},
borrowed AS (SELECT l."titleId", count(*) AS "borrows", count(DISTINCT coalesce(l."memberId", l."pseudonym")) AS "borrowers"
  FROM n, "Loan" l WHERE l."borrowedAt" >= n."from" AND l."borrowedAt" < n."until" GROUP BY 1),
ends AS (SELECT "titleId", ${endsByStateSql} FROM ended GROUP BY 1),
opened AS (SELECT l."titleId", count(*) AS "reads" FROM n, "Loan" l WHERE l."firstOpenedAt" >= n."from" AND l."firstOpenedAt" < n."until" GROUP BY 1),
${turnedOnceSql},
turned AS (SELECT "titleId", count(*) AS "turnaways" FROM once GROUP BY 1),
running AS (SELECT l."titleId", count(*) AS "activeLoans" FROM n, "Loan" l WHERE l."state" = 'active' AND l."dueAt" > n."now" GROUP BY 1),
named AS (SELECT "titleId" FROM borrowed UNION SELECT "titleId" FROM ends UNION SELECT "titleId" FROM opened UNION SELECT "titleId" FROM turned UNION SELECT "titleId" FROM running)
SELECT t."id" AS "titleId", t."title", t."authors", coalesce(b."borrows", 0) AS "borrows", coalesce(b."borrowers", 0) AS "borrowers",
  coalesce(e."returned", 0) AS "returned", coalesce(e."expired", 0) AS "expired", coalesce(e."revoked", 0) AS "revoked", coalesce(o."reads", 0) AS "reads",
  coalesce(a."turnaways", 0) AS "turnaways", coalesce(r."activeLoans", 0) AS "activeLoans",
  ${stockNowSql}
FROM named x JOIN "Title" t ON t."id" = x."titleId" LEFT JOIN borrowed b ON b."titleId" = t."id" LEFT JOIN ends e ON e."titleId" = t."id"
  LEFT JOIN opened o ON o."titleId" = t."id" LEFT JOIN turned a ON a."titleId" = t."id" LEFT JOIN running r ON r."titleId" = t."id"
ORDER BY "turnaways" DESC, "borrows" DESC, t."title", t."id" LIMIT $4`;
