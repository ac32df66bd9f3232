import { newestBackup } from '@/lib/adapters/backup/shelf';
import { databaseNow } from '@/lib/adapters/postgres/clock';
import { lastRunOf, libraryNow, type LastRun, type LibraryNow } from '@/lib/adapters/postgres/statistics/now';
import { endedOn, overviewDays, type EndedFigures, type OverviewDay } from '@/lib/adapters/postgres/statistics/overview';
import { wantedTitles, type WantedTitle } from '@/lib/adapters/postgres/statistics/wanted';
import { environment } from '@/lib/config/environment';
import { libraryDayOf } from '@/lib/domain/library-time';
import { lastThirtyDays } from '@/lib/domain/statistics/span';

export type { OverviewDay, WantedTitle };

export type Overview = {
  readonly at: Date;
  readonly now: LibraryNow;
  readonly today: OverviewDay | null;
  readonly endedToday: EndedFigures;
  /** Thirty days up to today. */
  readonly days: readonly OverviewDay[];
  /** Titles that turned people away in these days, most first. */
  readonly wanted: readonly WantedTitle[];
  readonly autoReturn: LastRun | null;
  /** The nightly backup's own time; null: none on this machine. */
  readonly backupMadeAt: Date | null;
};

/** What a librarian sees first. */
export async function readOverview(): Promise<Overview> {
  const timeZone = environment().TIME_ZONE;
  const at = await databaseNow();
  const today = libraryDayOf(at, timeZone);
  const range = { ...lastThirtyDays(today), timeZone };
  const [now, days, endedToday, wanted, autoReturn] = await Promise.all([libraryNow(at), overviewDays(range), endedOn(today, timeZone), wantedTitles(range, 10), lastRunOf('settle-due')]);
  const backupMadeAt = newestBackup(environment().DATA_DIR)?.madeAt ?? null;
  return { at, now, today: days.at(-1) ?? null, endedToday, days, wanted, autoReturn, backupMadeAt };
}
