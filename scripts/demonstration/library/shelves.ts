import { pool } from '@/lib/adapters/postgres/pool';
import { inTransaction } from '@/lib/adapters/postgres/transaction';
import { isForAll } from '@/lib/domain/lending/licence';
import { addMs, day } from '@/lib/domain/time';
import type { Book } from '../book';
import { catalogue } from '../catalogue';
import { licenceOf } from './licences';
import { accountId } from './people';
import { idOf } from './ids';

export const titleIds: readonly string[] = catalogue.map(({ slug }) => idOf('title', slug));

/** Puts the titles, their licences and copies on the shelves, as if bought over the last months; those that stand there stay as they are. */
export async function fillShelves(now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    for (const [index, book] of catalogue.entries()) {
      const boughtAt = addMs(now, -(45 + ((index * 29) % 150)) * day);
      const [titleId, licenceId] = [idOf('title', book.slug), idOf('licence', book.slug)];
      const { rowCount } = await tx.query(
        `INSERT INTO "Title" ("id", "title", "subtitle", "authors", "publisher", "year", "language", "subjects", "description", "publishedAt", "lendingChangedAt", "createdById", "createdAt", "updatedAt")
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $11, $10, $10) ON CONFLICT DO NOTHING`,
        [titleId, book.title, book.subtitle ?? null, authorsOf(book), book.publisher, book.year, book.language, book.subjects, book.description, boughtAt, accountId('pustakawan')],
      );
      if (rowCount === 0) continue;
      const { model, expiresAt, checkoutsLimit, vendor, priceRupiah, orderNumber } = licenceOf(book.slug, now);
      await tx.query('INSERT INTO "Licence" ("id", "titleId", "model", "createdAt", "expiresAt", "checkoutsLimit", "vendor", "priceRupiah", "orderNumber") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)', [
        licenceId, titleId, model, boughtAt, expiresAt, checkoutsLimit, vendor, priceRupiah, orderNumber,
      ]);
      await tx.query('INSERT INTO "Copy" ("titleId", "licenceId", "addedAt") SELECT $1, $2, $3 FROM generate_series(1, $4::int)', [titleId, licenceId, boughtAt, isForAll({ model }) ? 0 : book.copies]);
    }
  });
}

/** The books that have no file yet. */
export async function unprintedBooks(): Promise<Book[]> {
  const { rows } = await pool().query<{ id: string }>('SELECT "id" FROM "Title" WHERE "id" = ANY($1::uuid[]) AND "currentContentId" IS NULL', [titleIds]);
  const missing = new Set(rows.map(({ id }) => id));
  return catalogue.filter(({ slug }) => missing.has(idOf('title', slug)));
}

export type StoredBook = { readonly slug: string; readonly objectKey: string; readonly sizeBytes: number; readonly pages: number; readonly pageWidth: number; readonly pageHeight: number; readonly coverHash: string };

/** A file that lies in the storage becomes its title's content. It is normal already: nothing needs to be rewritten. */
export async function shelveBook(book: StoredBook): Promise<void> {
  const [titleId, contentId] = [idOf('title', book.slug), idOf('content', book.slug)];
  await inTransaction(async (tx) => {
    await tx.query('INSERT INTO "Cover" ("hash") VALUES ($1) ON CONFLICT DO NOTHING', [book.coverHash]);
    await tx.query(
      `INSERT INTO "Content" ("id", "titleId", "format", "contentType", "objectKey", "sizeBytes", "pages", "pageWidth", "pageHeight", "createdById", "normalisedAt")
       VALUES ($1, $2, 'pdf', 'application/pdf', $3, $4, $5, $6, $7, $8, lending_now()) ON CONFLICT DO NOTHING`,
      [contentId, titleId, book.objectKey, book.sizeBytes, book.pages, book.pageWidth, book.pageHeight, accountId('pustakawan')],
    );
    await tx.query('UPDATE "Title" SET "currentContentId" = $2, "coverHash" = $3 WHERE "id" = $1', [titleId, contentId, book.coverHash]);
  });
}

function authorsOf({ author }: Book): string[] {
  return author.split(' & ');
}
