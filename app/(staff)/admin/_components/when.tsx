import { useLocale } from 'next-intl';
import { formatDay, formatInstant } from '@/lib/i18n/format';
import { chooseLocale } from '@/lib/i18n/locale';

/** An instant in a dense table: the day, and the time of day under it. */
export function When({ at }: { at: Date | null }) {
  const locale = chooseLocale(useLocale(), null);
  if (at === null) return null;
  const day = formatDay(at, locale);
  return (
    <time dateTime={at.toISOString()} className="whitespace-nowrap">
      {day}
      <span className="block text-ink-soft">{formatInstant(at, locale).slice(day.length + 1)}</span>
    </time>
  );
}
