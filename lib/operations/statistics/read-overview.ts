import { newestBackup } from '@/lib/adapters/backup/shelf';
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
  /** The nightly backup's own time; null: none on this machine. */
  readonly backupMadeAt: Date | null;
};

/** What a librarian sees first. */
export async function readOverview(): Promise<Overview> {
  const timeZone = environment().TIME_ZONE;
  const now = await libraryNow(timeZone);
  const range = { ...lastThirtyDays(now.today), timeZone };
  const [days, titles, autoReturn] = await Promise.all([figuresByDay(range), figuresByTitle(range, 10), lastRunOf('settle-due')]);
  const backupMadeAt = newestBackup(environment().DATA_DIR)?.madeAt ?? null;
  return { now, today: days.at(-1) ?? null, days, wanted: titles.filter(({ turnaways }) => turnaways > 0), autoReturn, backupMadeAt };
}
