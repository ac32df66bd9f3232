import { randomUUID } from 'node:crypto';
import type { TitleMetadata } from '@/lib/domain/catalogue/title-metadata';
import { pool } from './pool';
import type { Tx } from './transaction';
import type { KeptInspection, Upload } from './uploads';

type Inspected = Upload & { readonly inspection: KeptInspection };

/** A new title with its content. Its licence comes as every licence does, through lending. */
export async function insertTitle(tx: Tx, { metadata, upload, librarianId, published }: { metadata: TitleMetadata; upload: Inspected; librarianId: string | null; published: boolean }): Promise<string> {
  const titleId = randomUUID();
  await tx.query(
    `INSERT INTO "Title" ("id", "title", "subtitle", "authors", "isbn", "publisher", "year", "language", "subjects", "description", "coverHash", "createdById", "publishedAt")
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, CASE WHEN $13::boolean THEN lending_now() END)`,
    [titleId, metadata.title, metadata.subtitle, metadata.authors, metadata.isbn, metadata.publisher, metadata.year, metadata.language, metadata.subjects, metadata.description, upload.inspection.coverHash, librarianId, published],
  );
  await insertContent(tx, titleId, upload, librarianId);
  return titleId;
}

/** Puts an uploaded file in the place of the title's current one; the older contents stay, for those who read them now. */
export async function insertContent(tx: Tx, titleId: string, upload: Inspected, librarianId: string | null): Promise<string> {
  const contentId = randomUUID();
  const { pages, pageWidth, pageHeight, coverHash } = upload.inspection;
  await tx.query(
    `INSERT INTO "Content" ("id", "titleId", "format", "contentType", "objectKey", "sizeBytes", "pages", "pageWidth", "pageHeight", "createdById")
     VALUES ($1, $2, 'pdf', 'application/pdf', $3, $4, $5, $6, $7, $8)`,
    [contentId, titleId, upload.objectKey, upload.sizeBytes, pages, pageWidth, pageHeight, librarianId],
  );
  await tx.query('UPDATE "Title" SET "currentContentId" = $2, "coverHash" = coalesce($3, "coverHash"), "updatedAt" = lending_now() WHERE "id" = $1', [titleId, contentId, coverHash]);
  return contentId;
}

/** Writes the given fields of a title and, once, the instant of its publication; false: there is no such title. */
export async function updateTitle(tx: Tx, titleId: string, changes: Partial<TitleMetadata>, publish: boolean): Promise<boolean> {
  const fields = Object.entries(changes).filter(([name, value]) => value !== undefined && editable.has(name));
  const sets = fields.map(([name], index) => `"${name}" = $${index + 3}`);
  const { rowCount } = await tx.query(
    `UPDATE "Title" SET ${[...sets, `"publishedAt" = CASE WHEN $2::boolean THEN coalesce("publishedAt", lending_now()) ELSE "publishedAt" END`, '"updatedAt" = lending_now()'].join(', ')} WHERE "id" = $1`,
    [titleId, publish, ...fields.map(([, value]) => value)],
  );
  return rowCount === 1;
}

// Column names come from here, never from a request.
const editable = new Set<string>(['title', 'subtitle', 'authors', 'isbn', 'publisher', 'year', 'language', 'subjects', 'description'] satisfies (keyof TitleMetadata)[]);

export async function lockTitle(tx: Tx, titleId: string): Promise<{ withdrawnAt: Date | null } | null> {
  const { rows } = await tx.query<{ withdrawnAt: Date | null }>('SELECT "withdrawnAt" FROM "Title" WHERE "id" = $1 FOR NO KEY UPDATE', [titleId]);
  return rows[0] ?? null;
}

/** The title that an uploaded file went to, and whether the title was made with it. */
export async function titleOfFile(tx: Tx, objectKey: string): Promise<{ titleId: string; title: string; isFirst: boolean } | null> {
  const { rows } = await tx.query<{ titleId: string; title: string; isFirst: boolean }>(
    `SELECT c."titleId", t."title", NOT EXISTS (SELECT 1 FROM "Content" o WHERE o."titleId" = c."titleId" AND o."createdAt" < c."createdAt") AS "isFirst"
     FROM "Content" c JOIN "Title" t ON t."id" = c."titleId" WHERE c."objectKey" = $1`,
    [objectKey],
  );
  return rows[0] ?? null;
}

export async function insertCover(hash: string): Promise<void> {
  await pool().query('INSERT INTO "Cover" ("hash") VALUES ($1) ON CONFLICT DO NOTHING', [hash]);
}
