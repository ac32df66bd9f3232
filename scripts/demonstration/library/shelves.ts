import { changeCirculation } from '@/lib/adapters/postgres/circulation/change';
import { pool } from '@/lib/adapters/postgres/pool';
import { inOneTransaction, inTransaction } from '@/lib/adapters/postgres/transaction';
import { addLicence } from '@/lib/domain/lending/licences';
import { addMs, day } from '@/lib/domain/time';
import type { Book } from '../book';
import { catalogue } from '../catalogue';
import { licenceOf } from './licences';
import { accountId } from './people';
import { idOf } from './ids';

export const titleIds: readonly string[] = catalogue.map(({ slug }) => idOf('title', slug));

/** Puts the titles, their licences and copies on the shelves, as if bought over the last months; those that stand there stay as they are. */
export async function fillShelves(now: Date): Promise<void> {
  await inOneTransaction(async () => {
    for (const [index, book] of catalogue.entries()) await buy(book, addMs(now, -(45 + ((index * 29) % 150)) * day), now);
  });
}

async function buy(book: Book, boughtAt: Date, now: Date): Promise<void> {
  const [titleId, librarianId] = [idOf('title', book.slug), accountId('pustakawan')];
  const { rowCount } = await pool().query(
    `INSERT INTO "Title" ("id", "title", "subtitle", "authors", "publisher", "year", "language", "subjects", "description", "publishedAt", "lendingChangedAt", "createdById", "createdAt", "updatedAt")
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $11, $10, $10) ON CONFLICT DO NOTHING`,
    [titleId, book.title, book.subtitle ?? null, authorsOf(book), book.publisher, book.year, book.language, book.subjects, book.description, boughtAt, librarianId],
  );
  if (rowCount === 0) return;
  const licence = { ...licenceOf(book.slug, now), copies: book.copies };
  const bought = await changeCirculation(
    { titleId, actor: { kind: 'librarian', librarianId, channel: 'web' }, decide: ({ circulation }, moment) => addLicence(circulation, licence, moment), report: () => null },
    { at: boughtAt },
  );
  if (!bought.ok) throw new Error(`${book.slug}: ${bought.refusal.code}`);
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
