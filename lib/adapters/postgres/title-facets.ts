import { titlesCountedAtMost } from '@/lib/domain/catalogue/title-question';
import { pool } from './pool';
import { isVisible } from './title-cards';

export type Facet = { readonly value: string; readonly count: number };
export type Facets = { readonly languages: readonly Facet[]; readonly subjects: readonly Facet[] };

/** Languages and the commonest subjects among the titles that the words find, or among all. */
export async function countFacets(words: string | null): Promise<Facets> {
  const found =
    words === null
      ? `SELECT t."language", t."subjects" FROM "Title" t WHERE t."publishedAt" IS NOT NULL AND ${isVisible}`
      : `SELECT t."language", t."subjects" FROM (SELECT s."titleId" FROM (SELECT title_query($1, false) AS query) asked, "TitleSearch" s WHERE s."document" @@ asked.query LIMIT ${titlesCountedAtMost}) s
         JOIN "Title" t ON t."id" = s."titleId" WHERE ${isVisible}`;
  const { rows } = await pool().query<Facets>({
    name: words === null ? 'facets-of-all' : 'facets-of-words',
    text: `WITH n AS MATERIALIZED (SELECT lending_now() AS "now"), found AS MATERIALIZED (${found})
      SELECT coalesce((SELECT json_agg(f) FROM (SELECT "language" AS value, count(*) FROM found GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 20) f), '[]') AS "languages",
        coalesce((SELECT json_agg(f) FROM (SELECT value, count(*) FROM found, unnest("subjects") AS value GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 20) f), '[]') AS "subjects"`,
    values: words === null ? [] : [words],
  });
  return rows[0] ?? { languages: [], subjects: [] };
}
