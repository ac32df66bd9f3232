import { environment } from '@/lib/config/environment';
import type { Locale } from './locale';
import { dayWords, instantWords, momentWords, monthWords, zoneWord } from './wording';

export { byteWords as formatBytes, durationWords as formatDuration, numberWords as formatNumber, timeLeftWords as formatTimeLeft, waitWords as formatWait } from './wording';

// Server side: the library's zone comes from the environment. Client files take `useFormats()` from app/_components instead.

/** "Sel, 24 Nov 2026 14.30 WITA" */
export function formatInstant(at: Date, locale: Locale): string {
  return instantWords(at, locale, environment().TIME_ZONE);
}

/** "WITA", as it ends `formatInstant`: beside fields in which people type the library's time. */
export function formatZone(at: Date): string {
  return zoneWord(at, environment().TIME_ZONE);
}

/** "Sel, 24 Nov 2026" */
export function formatDay(at: Date, locale: Locale): string {
  return dayWords(at, locale, environment().TIME_ZONE);
}

/** "November 2026" */
export function formatMonth(at: Date, locale: Locale): string {
  return monthWords(at, locale, environment().TIME_ZONE);
}

/** "14.30" today, "Sel, 24 Nov 14.30" otherwise. */
export function formatMoment(at: Date, now: Date, locale: Locale): string {
  return momentWords(at, now, locale, environment().TIME_ZONE);
}
