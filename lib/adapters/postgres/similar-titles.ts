import { pool } from './pool';
import { cardColumns, isVisible, type TitleCard } from './title-cards';

/** A popular subject has thousands of titles: so many are weighed, however many there are. */
const weighedAtMost = 300;
const nearestAtMost = 24;

/** Titles like this one that a walk-in can have now: by shared subjects and authors, then by how often they are borrowed. */
export async function similarTitles(titleId: string, { memberId, limit }: { readonly memberId: string | null; readonly limit: number }): Promise<readonly (TitleCard & { readonly now: Date })[]> {
  const { rows } = await pool().query<TitleCard & { now: Date }>({
    name: 'similar-titles',
    text: `WITH n AS MATERIALIZED (SELECT lending_now() AS "now"),
      self AS MATERIALIZED (SELECT "subjects", "authors" FROM "Title" WHERE "id" = $1),
      candidates AS MATERIALIZED (
        SELECT t."id", t."subjects", t."authors", t."borrowCount" FROM "Title" t
        WHERE t."subjects" && (SELECT "subjects" FROM self) AND t."id" <> $1 AND t."publishedAt" IS NOT NULL AND ${isVisible} LIMIT ${weighedAtMost}),
      nearest AS MATERIALIZED (
        SELECT c."id", c."borrowCount", (SELECT count(*) FROM unnest(c."subjects") s WHERE s = ANY(self."subjects")) + CASE WHEN c."authors" && self."authors" THEN 2 ELSE 0 END AS "alike"
        FROM candidates c, self ORDER BY "alike" DESC, c."borrowCount" DESC, c."id" LIMIT ${nearestAtMost})
      SELECT found.*, n."now" FROM n, (
        SELECT ${cardColumns('$2')}, nearest."alike", nearest."borrowCount" AS "lent" FROM n, nearest JOIN "Title" t ON t."id" = nearest."id") found
      WHERE found."availableCount" > 0 AND found."myDueAt" IS NULL ORDER BY found."alike" DESC, found."lent" DESC, found."id" LIMIT $3`,
    values: [titleId, memberId, limit],
  });
  return rows;
}
