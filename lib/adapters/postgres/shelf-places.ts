import { pool } from './pool';

export type ShelfPlace = { readonly titleId: string; readonly page: number | null; readonly pages: number | null };

/** How far a member is in titles: the page of the device that saved last, and how many there are. */
export async function shelfPlaces(memberId: string, titleIds: readonly string[]): Promise<readonly ShelfPlace[]> {
  const { rows } = await pool().query<ShelfPlace>({
    name: 'shelf-places',
    text: `SELECT t."id" AS "titleId", c."pages",
        (SELECT (r."position" ->> 'page')::integer FROM "Reading" r WHERE r."memberId" = $1 AND r."titleId" = t."id" ORDER BY r."savedAt" DESC LIMIT 1) AS "page"
      FROM "Title" t LEFT JOIN "Content" c ON c."id" = t."currentContentId" WHERE t."id" = ANY($2::uuid[])`,
    values: [memberId, titleIds],
  });
  return rows;
}
