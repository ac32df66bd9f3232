import { createHash } from 'node:crypto';
import { titlesCountedAtMost, type TitleQuestion, type TitleSort } from '@/lib/domain/catalogue/title-question';
import { pool } from './pool';
import { availableCount, cardColumns, isVisible, type TitleCard } from './title-cards';

/** The last title that was shown, by the value it was ordered by. `near`: the list of words spelt almost so. */
export type TitlePlace = { readonly key: string | number; readonly id: string; readonly near: boolean };
export type TitlesFound = { readonly items: readonly TitleCard[]; readonly total: number; readonly next: TitlePlace | null; readonly now: Date };

/**
 * One page of titles in one round trip. With words: candidates by the full-text index, at most 1,000, then ranked (a title
 * that is or begins with what was asked comes first). Without: straight down the index of the order asked for.
 */
export async function findTitles(question: TitleQuestion, page: { near: boolean; limit: number; after: TitlePlace | null; memberId: string | null }): Promise<TitlesFound> {
  const statement = question.words === null ? listing(question, page) : search({ ...question, words: question.words }, page);
  const { rows } = await pool().query<Row>(named(statement));
  const shown = rows.slice(0, page.limit).filter((row) => row.id !== null);
  const last = shown.at(-1);
  return {
    items: shown.map(({ key: _, total: _total, now: _now, ...card }) => card),
    total: rows[0]?.total ?? 0,
    next: rows.length > page.limit && last !== undefined ? { key: last.key, id: last.id, near: page.near } : null,
    now: rows[0]?.now ?? new Date(0),
  };
}

type Row = TitleCard & { readonly key: string | number; readonly total: number; readonly now: Date };
type Page = Parameters<typeof findTitles>[1];
type Statement = { readonly text: string; readonly values: unknown[] };

/** How each order sorts: its column in candidates and in the listing, and the type of its key in a cursor. */
const orders = {
  relevance: { column: '"rank"', direction: 'DESC', type: 'float8' },
  newest: { column: '"publishedAt"', direction: 'DESC', type: 'timestamptz' },
  popular: { column: '"borrowCount"', direction: 'DESC', type: 'integer' },
  title: { column: '"phrase" COLLATE "C"', direction: 'ASC', type: 'text' },
} satisfies Record<TitleSort, { column: string; direction: 'ASC' | 'DESC'; type: string }>;

function search(question: TitleQuestion & { words: string }, page: Page): Statement {
  const phrase = plainPhrase(question.words);
  const values: unknown[] = [page.memberId, page.limit + 1, question.words, page.near, phrase, `${phrase}!`];
  const wanted = filters(question, values);
  return {
    values,
    text: `WITH n AS MATERIALIZED (SELECT lending_now() AS "now"),
      asked AS MATERIALIZED (SELECT title_query($3, $4) AS query),
      candidates AS MATERIALIZED (
        (SELECT s.* FROM "TitleSearch" s WHERE s."phrase" COLLATE "C" >= $5 AND s."phrase" COLLATE "C" < $6 LIMIT ${titlesCountedAtMost + 1})
        UNION ALL
        (SELECT s.* FROM asked, "TitleSearch" s WHERE s."document" @@ asked.query AND NOT (s."phrase" COLLATE "C" >= $5 AND s."phrase" COLLATE "C" < $6) LIMIT ${titlesCountedAtMost + 1})),
      found AS MATERIALIZED (
        SELECT t.*, s."phrase",
          (ts_rank('{0.05, 0.2, 0.5, 1}', s."document", asked.query, 1) + ln(1 + t."borrowCount") * 0.01
            + CASE WHEN s."phrase" = $5 THEN 2 WHEN starts_with(s."phrase", $5 || ' ') THEN 1 ELSE 0 END)::float8 AS "rank"
        FROM asked, candidates s, LATERAL (SELECT t."id", t."publishedAt", t."borrowCount" FROM "Title" t WHERE t."id" = s."titleId" AND ${isVisible} ${wanted} OFFSET 0) t
        LIMIT ${titlesCountedAtMost + 1}),
      page AS MATERIALIZED (SELECT f."id", ${orders[question.sort].column} AS "key" FROM found f
        WHERE ${after(question.sort, 'f."id"', page.after, values)} ORDER BY ${ordered(question.sort, 'f."id"')} LIMIT $2)
      ${cards(question.sort, '(SELECT count(*) FROM found)')}`,
  };
}

function listing(question: TitleQuestion, page: Page): Statement {
  const values: unknown[] = [page.memberId, page.limit + 1];
  const published = `t."publishedAt" IS NOT NULL AND ${isVisible} ${filters(question, values)}`;
  const [from, id] = question.sort === 'title' ? [`"TitleSearch" s JOIN "Title" t ON t."id" = s."titleId"`, 's."titleId"'] : ['"Title" t', 't."id"'];
  return {
    values,
    text: `WITH n AS MATERIALIZED (SELECT lending_now() AS "now"),
      page AS MATERIALIZED (SELECT t."id", ${orders[question.sort].column} AS "key" FROM ${from}
        WHERE ${after(question.sort, id, page.after, values)} AND ${published} ORDER BY ${ordered(question.sort, id)} LIMIT $2)
      ${cards(question.sort, `(SELECT count(*) FROM (SELECT 1 FROM "Title" t WHERE ${published} LIMIT ${titlesCountedAtMost + 1}) counted)`)}`,
  };
}

/** As the database's plain_words spells it, for the bonus of a title that is or begins with what was asked. */
function plainPhrase(words: string): string {
  return words.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** The page's titles with their lending; one row of nulls when there are none, so that the total is told all the same. */
function cards(sort: TitleSort, total: string): string {
  const { direction } = orders[sort];
  // an instant goes into the cursor as text with its zone, which PostgreSQL reads back exactly
  const key = sort === 'newest' ? `to_char(p."key" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')` : 'p."key"';
  return `SELECT ${cardColumns('$1')}, ${key} AS "key", ${total} AS "total", n."now"
    FROM n LEFT JOIN page p ON true LEFT JOIN "Title" t ON t."id" = p."id" ORDER BY p."key" ${direction}, p."id" ${direction}`;
}

function filters({ subject, language, availableOnly }: TitleQuestion, values: unknown[]): string {
  return [
    subject === null ? '' : `AND t."subjects" @> ARRAY[$${values.push(subject)}::text]`,
    language === null ? '' : `AND t."language" = $${values.push(language)}`,
    availableOnly ? `AND ${availableCount} > 0` : '',
  ].join(' ');
}

function after(sort: TitleSort, id: string, place: TitlePlace | null, values: unknown[]): string {
  if (place === null) return 'true';
  const { column, direction, type } = orders[sort];
  return `(${column}, ${id}) ${direction === 'DESC' ? '<' : '>'} ($${values.push(place.key)}::${type}, $${values.push(place.id)}::uuid)`;
}

function ordered(sort: TitleSort, id: string): string {
  const { column, direction } = orders[sort];
  return `${column} ${direction}, ${id} ${direction}`;
}

/** Statements differ by what was asked, a hundred kinds at most: each is planned once a connection. */
function named({ text, values }: Statement) {
  return { name: `titles-${createHash('sha1').update(text).digest('hex').slice(0, 20)}`, text, values };
}
