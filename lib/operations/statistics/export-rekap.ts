import { csvOf } from '@/lib/adapters/csv/write';
import type { Locale } from '@/lib/i18n/locale';
import { messages } from '@/lib/i18n/messages';
import { readRekap } from './read-rekap';

/** One table of the monthly report as CSV: the days with their sum, or the books that were borrowed. */
export async function exportRekap(month: string, part: 'days' | 'books', locale: Locale): Promise<AsyncGenerator<string>> {
  const { days, books, totals } = await readRekap(month);
  const { columns, total } = messages[locale].staff.rekap;
  const ends = [columns.returned, columns.expired, columns.revoked];
  if (part === 'books')
    return csvOf(
      [columns.title, columns.authors, columns.borrows, columns.borrowers, ...ends],
      books.map((book) => [book.title, book.authors.join('; '), book.borrows, book.borrowers, book.returned, book.expired, book.revoked]),
    );
  const rows = days.map((day) => [day.day, day.visits, day.borrowers, day.borrows, day.returned, day.expired, day.revoked]);
  // borrowers of single days do not add up to those of the month: somebody may borrow on two days
  const sum = [total, totals.visits, null, totals.borrows, totals.returned, totals.expired, totals.revoked];
  return csvOf([columns.day, columns.visits, columns.borrowers, columns.borrows, ...ends], [...rows, sum]);
}
