import { figuresByDay, type DayFigures } from '@/lib/adapters/postgres/statistics/days';
import { figuresByTitle, type TitleFigures } from '@/lib/adapters/postgres/statistics/titles';
import { environment } from '@/lib/config/environment';
import { totalsOf, type Summed } from '@/lib/domain/statistics/totals';
import type { DayRange } from '@/lib/domain/statistics/span';

export type Stats = DayRange & { readonly timeZone: string; readonly totals: Summed & { readonly activeLoans: number }; readonly days: readonly DayFigures[]; readonly titles: readonly TitleFigures[] };

export type { DayFigures, TitleFigures };

const titlesAtMost = 5000;

/** The library's figures by library day and by title, both days included. */
export async function readStats(range: DayRange): Promise<Stats> {
  const timeZone = environment().TIME_ZONE;
  const [days, titles] = await Promise.all([figuresByDay({ ...range, timeZone }), figuresByTitle({ ...range, timeZone }, titlesAtMost)]);
  return { ...range, timeZone, totals: { ...totalsOf(days), activeLoans: days.at(-1)?.activeLoans ?? 0 }, days, titles };
}
