import type { TitleMetadata } from '@/lib/domain/catalogue/title-metadata';
import { pool } from './pool';

/** A title as its own page shows it. */
export type TitlePage = TitleMetadata & {
  readonly id: string;
  readonly coverHash: string | null;
  readonly format: string | null;
  readonly pages: number | null;
  readonly sizeBytes: number | null;
  readonly saved: boolean;
};

export async function titlePage(titleId: string, memberId: string | null): Promise<TitlePage | null> {
  const { rows } = await pool().query<TitlePage>({
    name: 'title-page',
    text: `SELECT t."id", t."title", t."subtitle", t."authors", t."isbn", t."publisher", t."year", t."language", t."subjects", t."description", t."coverHash",
        c."format", c."pages", coalesce(c."normalisedSizeBytes", c."sizeBytes") AS "sizeBytes",
        EXISTS (SELECT 1 FROM "SavedTitle" s WHERE s."titleId" = t."id" AND s."memberId" = $2::uuid) AS "saved"
      FROM "Title" t LEFT JOIN "Content" c ON c."id" = t."currentContentId" WHERE t."id" = $1`,
    values: [titleId, memberId],
  });
  return rows[0] ?? null;
}
