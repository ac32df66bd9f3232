import { figuresByDay, type DayFigures } from '@/lib/adapters/postgres/statistics/days';
import { borrowersIn } from '@/lib/adapters/postgres/statistics/now';
import { figuresByTitle, type TitleFigures } from '@/lib/adapters/postgres/statistics/titles';
import { environment } from '@/lib/config/environment';
import { daysOfMonth } from '@/lib/domain/statistics/span';
import { totalsOf, type Summed } from '@/lib/domain/statistics/totals';

export type Rekap = { readonly month: string; readonly totals: Summed; readonly borrowers: number; readonly days: readonly DayFigures[]; readonly books: readonly TitleFigures[] };

const booksAtMost = 5000;

/** One month for the library's own records: visits, borrowers and books, returns by cause. */
export async function readRekap(month: string): Promise<Rekap> {
  const span = { ...daysOfMonth(month), timeZone: environment().TIME_ZONE };
  const [days, titles, borrowers] = await Promise.all([figuresByDay(span), figuresByTitle(span, booksAtMost), borrowersIn(span)]);
  const books = titles.filter(({ borrows }) => borrows > 0).sort((a, b) => b.borrows - a.borrows || a.title.localeCompare(b.title, 'id'));
  return { month, totals: totalsOf(days), borrowers, days, books };
}
