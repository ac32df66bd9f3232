import type { TitleMetadata } from '@/lib/domain/catalogue/title-metadata';
import { isEligibleAt } from './circulation/eligible-sql';
import { pool } from './pool';
import { copyCountAt, freeCountAt, isForEverybodyAt } from './stock-sql';

/** A title as its librarians see it: drafts and withdrawn ones too, with the numbers of this moment. */
export type StaffTitle = TitleMetadata & {
  readonly id: string;
  readonly coverHash: string | null;
  readonly format: string | null;
  readonly pages: number | null;
  readonly sizeBytes: number | null;
  readonly contentCreatedAt: Date | null;
  readonly normalised: boolean;
  readonly publishedAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly withdrawnReason: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** in stock and not retiring */
  readonly copyCount: number;
  readonly retiringCount: number;
  readonly loanCount: number;
  readonly offerCount: number;
  readonly waitingCount: number;
  readonly availableCount: number;
  readonly simultaneousUse: boolean;
};

export type TitleState = 'published' | 'draft' | 'withdrawn';
export type StaffTitlesQuery = { readonly words: string; readonly state: TitleState | null; readonly limit: number; readonly after: { at: Date; id: string } | null };

/** The newest first; one row more than `limit` tells that there are more. */
export async function staffTitles({ words, state, limit, after }: StaffTitlesQuery): Promise<readonly StaffTitle[]> {
  const { rows } = await pool().query<StaffTitle>(
    `${select}
     WHERE ($1 = '' OR t."title" ILIKE $1 OR t."isbn" ILIKE $1 OR EXISTS (SELECT 1 FROM unnest(t."authors") a WHERE a ILIKE $1))
       AND ($2::text IS NULL OR $2 = CASE WHEN t."withdrawnAt" IS NOT NULL THEN 'withdrawn' WHEN t."publishedAt" IS NULL OR t."publishedAt" > n."now" THEN 'draft' ELSE 'published' END)
       AND ($3::timestamptz IS NULL OR (t."createdAt", t."id") < ($3::timestamptz, $4::uuid))
     ORDER BY t."createdAt" DESC, t."id" DESC LIMIT $5 + 1`,
    [words === '' ? '' : `%${words.replace(/[\\%_]/g, '\\$&')}%`, state, after?.at ?? null, after?.id ?? null, limit],
  );
  return rows;
}

export async function staffTitle(id: string): Promise<StaffTitle | null> {
  const { rows } = await pool().query<StaffTitle>(`${select} WHERE t."id" = $1`, [id]);
  return rows[0] ?? null;
}

export async function countTitlesByState(): Promise<Readonly<Record<TitleState, number>>> {
  const { rows } = await pool().query<Record<TitleState, number>>({
    name: 'titles-by-state',
    text: `SELECT count(*) FILTER (WHERE "withdrawnAt" IS NOT NULL) AS "withdrawn", count(*) FILTER (WHERE "withdrawnAt" IS NULL AND "publishedAt" IS NULL) AS "draft",
       count(*) FILTER (WHERE "withdrawnAt" IS NULL AND "publishedAt" IS NOT NULL) AS "published" FROM "Title"`,
  });
  return rows[0] ?? { published: 0, draft: 0, withdrawn: 0 };
}

// Derived from rows and now, never stored. What time has ended counts as ended whether or not the task ran (rule 2).
const select = `
WITH n AS MATERIALIZED (SELECT lending_now() AS "now")
SELECT t."id", t."title", t."subtitle", t."authors", t."isbn", t."publisher", t."year", t."language", t."subjects", t."description", t."coverHash",
  t."publishedAt", t."withdrawnAt", t."withdrawnReason", t."createdAt", t."updatedAt",
  c."format", c."pages", c."sizeBytes", c."createdAt" AS "contentCreatedAt", c."normalisedAt" IS NOT NULL AS "normalised",
  ${copyCountAt('n."now"')} AS "copyCount", stock."retiringCount", used."loanCount", used."offerCount", queue."waitingCount", ${isForEverybodyAt('n."now"')} AS "simultaneousUse",
  CASE WHEN t."withdrawnAt" IS NOT NULL OR t."publishedAt" IS NULL THEN 0 WHEN ${isForEverybodyAt('n."now"')} THEN ${freeCountAt('n."now"')} + 1
    ELSE greatest(0, ${freeCountAt('n."now"')} - queue."eligibleCount") END AS "availableCount"
FROM n, "Title" t
LEFT JOIN "Content" c ON c."id" = t."currentContentId"
CROSS JOIN LATERAL (
  SELECT count(*) AS "retiringCount" FROM "Copy" k WHERE k."titleId" = t."id" AND k."retiredAt" IS NULL AND k."retiringAt" IS NOT NULL
    AND EXISTS (SELECT 1 FROM "CopyUse" u WHERE u."copyId" = k."id" AND u."from" <= n."now" AND u."until" > n."now")) stock
CROSS JOIN LATERAL (
  SELECT count(*) FILTER (WHERE u."kind" = 'loan') AS "loanCount", count(*) FILTER (WHERE u."kind" = 'offer') AS "offerCount"
  FROM "CopyUse" u WHERE u."titleId" = t."id" AND u."until" > n."now" AND u."from" <= n."now") used
CROSS JOIN LATERAL (
  SELECT count(*) AS "waitingCount", count(*) FILTER (WHERE ${isEligibleAt('n."now"')}) AS "eligibleCount"
  FROM "Hold" h JOIN "Member" m ON m."id" = h."memberId" WHERE h."titleId" = t."id" AND h."state" = 'waiting') queue`;
