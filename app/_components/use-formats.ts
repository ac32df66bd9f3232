'use client';

import { useLocale, useTimeZone } from 'next-intl';
import { chooseLocale } from '@/lib/i18n/locale';
import { byteWords, clockWords, dayWords, durationWords, instantWords, momentWords, numberWords, timeLeftWords, waitWords } from '@/lib/i18n/wording';

/** lib/i18n/format for client files: the page's language and the library's zone, as the server rendered them. */
export function useFormats() {
  const locale = chooseLocale(useLocale(), null);
  const timeZone = useTimeZone() ?? 'Asia/Makassar';
  return {
    instant: (at: Date) => instantWords(at, locale, timeZone),
    day: (at: Date) => dayWords(at, locale, timeZone),
    clock: (at: Date) => clockWords(at, locale, timeZone),
    moment: (at: Date, now: Date) => momentWords(at, now, locale, timeZone),
    timeLeft: (milliseconds: number) => timeLeftWords(milliseconds, locale),
    duration: (milliseconds: number) => durationWords(milliseconds, locale),
    wait: (fromMs: number, untilMs: number) => waitWords(fromMs, untilMs, locale),
    number: (value: number) => numberWords(value, locale),
    bytes: (bytes: number) => byteWords(bytes, locale),
  };
}
