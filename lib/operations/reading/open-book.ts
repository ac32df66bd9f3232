import { lentBook, type LentBook } from '@/lib/adapters/postgres/books';
import { readingsOf } from '@/lib/adapters/postgres/readings';
import { granted, refuse, type Outcome } from '@/lib/domain/outcome';
import { mayRead } from '@/lib/domain/reading/access';
import type { Reading } from '@/lib/domain/reading/position';
import type { RefusalOf } from '@/lib/domain/refusal';

/** What the reading page shows: the book and the places saved in it, and why it is closed if the loan has ended. */
export type OpenedBook = { readonly book: LentBook; readonly readings: readonly Reading[]; readonly ended: RefusalOf<'loan-ended'> | null };

export async function openBook({ memberId, loanId }: { memberId: string; loanId: string }): Promise<Outcome<OpenedBook>> {
  const book = await lentBook(memberId, loanId);
  if (book === null) return refuse({ code: 'not-found' });
  const { readings } = await readingsOf(memberId, book.titleId);
  const allowed = mayRead(book, book.now);
  const ended = !allowed.ok && allowed.refusal.code === 'loan-ended' ? allowed.refusal : null;
  return granted({ book, readings, ended });
}
