import type { LoanToRead } from '@/lib/domain/reading/access';
import { pool } from './pool';

/** A loan with the book behind it, as reading needs them. */
export type LentBook = LoanToRead & {
  readonly loanId: string;
  readonly titleId: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly content: BookContent | null;
  readonly now: Date;
};

export type BookContent = {
  readonly objectKey: string;
  readonly contentType: string;
  readonly sizeBytes: number;
  readonly pages: number;
  readonly pageWidth: number | null;
  readonly pageHeight: number | null;
};

/** A member's own loan with its title's current file, in the normalised form where there is one; null: not there, or not theirs. */
export async function lentBook(memberId: string, loanId: string): Promise<LentBook | null> {
  const { rows } = await pool().query<Row>({
    name: 'lent-book',
    text: `SELECT l."id" AS "loanId", l."titleId", l."state", l."dueAt", l."endedAt", t."title", t."authors", lending_now() AS now,
             coalesce(c."normalisedObjectKey", c."objectKey") AS "objectKey", c."contentType", c."pages", c."pageWidth", c."pageHeight",
             CASE WHEN c."normalisedObjectKey" IS NULL THEN c."sizeBytes" ELSE c."normalisedSizeBytes" END AS "sizeBytes"
           FROM "Loan" l JOIN "Title" t ON t."id" = l."titleId" LEFT JOIN "Content" c ON c."id" = t."currentContentId"
           WHERE l."id" = $2 AND l."memberId" = $1`,
    values: [memberId, loanId],
  });
  const [row] = rows;
  if (row === undefined) return null;
  const { objectKey, contentType, sizeBytes, pages, pageWidth, pageHeight, ...loan } = row;
  return { ...loan, content: objectKey === null ? null : { objectKey, contentType, sizeBytes, pages, pageWidth, pageHeight } };
}

type Row = Omit<LentBook, 'content'> & Omit<BookContent, 'objectKey'> & { readonly objectKey: string | null };
