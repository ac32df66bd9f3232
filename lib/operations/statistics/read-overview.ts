import { newestBackup } from '@/lib/adapters/backup/shelf';
import type { DayFigures } from '@/lib/adapters/postgres/statistics/days';
import { lastRunOf, libraryNow, type LastRun, type LibraryNow } from '@/lib/adapters/postgres/statistics/now';
import { wantedTitles, type WantedTitle } from '@/lib/adapters/postgres/statistics/wanted';
import { environment } from '@/lib/config/environment';
import { lastThirtyDays } from '@/lib/domain/statistics/span';
import { figuresOfDays } from './figures-of-days';

export type { WantedTitle };

export type Overview = {
  readonly now: LibraryNow;
  readonly today: DayFigures | null;
  /** Thirty days up to today. */
  readonly days: readonly DayFigures[];
  /** Titles that turned people away in these days, most first. */
  readonly wanted: readonly WantedTitle[];
  readonly autoReturn: LastRun | null;
  /** The nightly backup's own time; null: none on this machine. */
  readonly backupMadeAt: Date | null;
};

/** What a librarian sees first. */
export async function readOverview(): Promise<Overview> {
  const timeZone = environment().TIME_ZONE;
  const now = await libraryNow(timeZone);
  const range = { ...lastThirtyDays(now.today), timeZone };
  const [days, wanted, autoReturn] = await Promise.all([figuresOfDays(range), wantedTitles(range, 10), lastRunOf('settle-due')]);
  const backupMadeAt = newestBackup(environment().DATA_DIR)?.madeAt ?? null;
  return { now, today: days.at(-1) ?? null, days, wanted, autoReturn, backupMadeAt };
}
