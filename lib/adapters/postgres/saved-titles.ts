import { pool } from './pool';
import { cardColumns, isVisible, type TitleCard } from './title-cards';

/** Keeps a title for later; false when there is no such title to be seen. Twice is once. */
export async function keepTitle(memberId: string, titleId: string): Promise<boolean> {
  const { rows } = await pool().query<{ there: boolean }>({
    name: 'keep-title',
    text: `WITH n AS (SELECT lending_now() AS "now"), there AS (SELECT t."id" FROM "Title" t WHERE t."id" = $2 AND ${isVisible}),
      kept AS (INSERT INTO "SavedTitle" ("memberId", "titleId") SELECT $1, "id" FROM there ON CONFLICT DO NOTHING)
      SELECT EXISTS (SELECT 1 FROM there) AS "there"`,
    values: [memberId, titleId],
  });
  return rows[0]?.there ?? false;
}

export async function letTitleGo(memberId: string, titleId: string): Promise<void> {
  await pool().query({ name: 'let-title-go', text: `DELETE FROM "SavedTitle" WHERE "memberId" = $1 AND "titleId" = $2`, values: [memberId, titleId] });
}

const keptAtMost = 200;

/** What a member keeps for later, newest first, as cards; withdrawn titles drop out. */
export async function savedTitles(memberId: string): Promise<readonly TitleCard[]> {
  const { rows } = await pool().query<TitleCard>({
    name: 'saved-titles',
    text: `WITH n AS MATERIALIZED (SELECT lending_now() AS "now")
      SELECT ${cardColumns('$1')} FROM n, "SavedTitle" s JOIN "Title" t ON t."id" = s."titleId" WHERE s."memberId" = $1 AND ${isVisible} ORDER BY s."savedAt" DESC, t."id" LIMIT ${keptAtMost}`,
    values: [memberId],
  });
  return rows;
}
