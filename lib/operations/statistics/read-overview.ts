import { figuresByDay, type DayFigures } from '@/lib/adapters/postgres/statistics/days';
import { lastRunOf, libraryNow, type LastRun, type LibraryNow } from '@/lib/adapters/postgres/statistics/now';
import { figuresByTitle, type TitleFigures } from '@/lib/adapters/postgres/statistics/titles';
import { environment } from '@/lib/config/environment';
import { lastThirtyDays } from '@/lib/domain/statistics/span';

export type Overview = {
  readonly now: LibraryNow;
  readonly today: DayFigures | null;
  /** Thirty days up to today. */
  readonly days: readonly DayFigures[];
  /** Titles that turned people away in these days, most first. */
  readonly wanted: readonly TitleFigures[];
  readonly autoReturn: LastRun | null;
  readonly backup: LastRun | null;
};

/** What a librarian sees first. */
export async function readOverview(): Promise<Overview> {
  const timeZone = environment().TIME_ZONE;
  const now = await libraryNow(timeZone);
  const range = { ...lastThirtyDays(now.today), timeZone };
  const [days, titles, autoReturn, backup] = await Promise.all([figuresByDay(range), figuresByTitle(range, 10), lastRunOf('settle-due'), lastRunOf('backup')]);
  return { now, today: days.at(-1) ?? null, days, wanted: titles.filter(({ turnaways }) => turnaways > 0), autoReturn, backup };
}
