import { pool } from './pool';
import type { Tx } from './transaction';

export type LookedAtContent = { readonly objectKey: string; readonly contentType: string; readonly sizeBytes: number };

/** A title's current file with the database's time; undefined content: a title without a file; null: no such title. */
export async function contentOfTitle(titleId: string): Promise<{ readonly content: LookedAtContent | null; readonly now: Date } | null> {
  const { rows } = await pool().query<{ objectKey: string | null; contentType: string; sizeBytes: number; now: Date }>(
    `SELECT coalesce(c."normalisedObjectKey", c."objectKey") AS "objectKey", c."contentType", CASE WHEN c."normalisedObjectKey" IS NULL THEN c."sizeBytes" ELSE c."normalisedSizeBytes" END AS "sizeBytes",
       lending_now() AS "now" FROM "Title" t LEFT JOIN "Content" c ON c."id" = t."currentContentId" WHERE t."id" = $1`,
    [titleId],
  );
  const [row] = rows;
  if (row === undefined) return null;
  const { now, objectKey, ...rest } = row;
  return { content: objectKey === null ? null : { objectKey, ...rest }, now };
}

export async function insertLook(tx: Tx, { librarianId, titleId, reason }: { librarianId: string; titleId: string; reason: string }): Promise<string> {
  const { rows } = await tx.query<{ id: string }>('INSERT INTO "StaffLook" ("librarianId", "titleId", "reason") VALUES ($1, $2, $3) RETURNING "id"', [librarianId, titleId, reason]);
  if (rows[0] === undefined) throw new Error('the look was not kept');
  return rows[0].id;
}
