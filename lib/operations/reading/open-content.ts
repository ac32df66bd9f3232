import { lentBook } from '@/lib/adapters/postgres/books';
import { presignGet } from '@/lib/adapters/s3/presign';
import { granted, refuse, type Outcome } from '@/lib/domain/outcome';
import { mayRead } from '@/lib/domain/reading/access';
import { urlSpan } from '@/lib/domain/reading/content-url';

export type OpenedContent = {
  readonly url: string;
  readonly expiresAt: Date;
  readonly contentType: string;
  readonly sizeBytes: number;
  readonly now: Date;
};

/** A short-lived address of the book's bytes for who has it on loan at this instant, by the database's clock. Changes nothing. */
export async function openContent({ memberId, loanId }: { memberId: string; loanId: string }): Promise<Outcome<OpenedContent>> {
  const book = await lentBook(memberId, loanId);
  if (book === null) return refuse({ code: 'not-found' });
  const allowed = mayRead(book, book.now);
  if (!allowed.ok) return allowed;
  if (book.content === null) return refuse({ code: 'not-found' });
  const span = urlSpan(book.now, book.dueAt);
  if (span === null) return refuse({ code: 'loan-ended', endedAt: book.dueAt, endedBy: 'expired' });

  const { objectKey, contentType, sizeBytes } = book.content;
  const url = await presignGet(objectKey, { expiresInSeconds: span.expiresInSeconds, now: span.signedAt });
  return granted({ url, expiresAt: span.expiresAt, contentType, sizeBytes, now: book.now });
}
