import { day, hour, minute } from '@/lib/domain/time';
import type { Locale } from './locale';

/** "Sel, 24 Nov 2026 14.30 WITA": the library's own clock, cut to the minute (product.md: never rounded up). */
export function instantWords(at: Date, locale: Locale, timeZone: string): string {
  return `${dayWords(at, locale, timeZone)} ${clockWords(at, locale, timeZone)} ${zoneWord(at, timeZone)}`;
}

/** "Sel, 24 Nov 2026" */
export function dayWords(at: Date, locale: Locale, timeZone: string): string {
  const part = partsOf(at, locale, timeZone, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
  return `${part('weekday')}, ${part('day')} ${part('month')} ${part('year')}`;
}

/** "November 2026" */
export function monthWords(at: Date, locale: Locale, timeZone: string): string {
  const part = partsOf(at, locale, timeZone, { month: 'long', year: 'numeric' });
  return `${part('month')} ${part('year')}`;
}

/** "14.30" in Indonesian, "14:30" in English. */
export function clockWords(at: Date, locale: Locale, timeZone: string): string {
  const part = partsOf(at, locale, timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${part('hour')}${locale === 'id' ? '.' : ':'}${part('minute')}`;
}

/** An instant near now: "14.30" on the same library day, else "Sel, 24 Nov 14.30". */
export function momentWords(at: Date, now: Date, locale: Locale, timeZone: string): string {
  if (dayWords(at, locale, timeZone) === dayWords(now, locale, timeZone)) return clockWords(at, locale, timeZone);
  const part = partsOf(at, locale, timeZone, { weekday: 'short', day: 'numeric', month: 'short' });
  return `${part('weekday')}, ${part('day')} ${part('month')} ${clockWords(at, locale, timeZone)}`;
}

/** WIB, WITA and WIT in both languages; English data of Intl would say GMT+8. */
export function zoneWord(at: Date, timeZone: string): string {
  return partsOf(at, 'id', timeZone, { timeZoneName: 'short', hour: 'numeric' })('timeZoneName');
}

/** Time left: "2 hari 3 jam", "3 jam 12 menit", "12 menit", cut and never rounded up. */
export function timeLeftWords(milliseconds: number, locale: Locale): string {
  if (milliseconds < minute) return locale === 'id' ? 'kurang dari 1 menit' : 'less than 1 minute';
  return durationWords(milliseconds, locale);
}

/** A length of time in its two largest units: "3 hari", "1 jam 30 menit", "5 detik". */
export function durationWords(milliseconds: number, locale: Locale): string {
  const units = unitsOf(Math.max(0, milliseconds));
  const first = units.findIndex(([count]) => count > 0);
  if (first === -1) return amount(0, 'second', locale);
  return units
    .slice(first, first + 2)
    .filter(([count]) => count > 0)
    .map(([count, unit]) => amount(count, unit, locale))
    .join(' ');
}

/** A wait as the range it is: "4–9 hari", "2 jam – 3 hari". Cut below, carried up above, so that the promise holds. */
export function waitWords(fromMs: number, untilMs: number, locale: Locale): string {
  const from = Math.min(fromMs, untilMs);
  const [unit, name] = untilMs >= day ? ([day, 'day'] as const) : untilMs >= hour ? ([hour, 'hour'] as const) : ([minute, 'minute'] as const);
  const high = Math.max(1, Math.ceil(untilMs / unit));
  const low = Math.floor(from / unit);
  if (low >= high) return amount(high, name, locale);
  if (low === 0) return `${locale === 'id' ? 'paling lama' : 'at most'} ${amount(high, name, locale)}`;
  return `${numberWords(low, locale)}–${amount(high, name, locale)}`;
}

export function numberWords(value: number, locale: Locale): string {
  return numbers[locale].format(value);
}

/** "36,6 MB" */
export function byteWords(bytes: number, locale: Locale): string {
  if (bytes < 1000) return `${numberWords(bytes, locale)} ${locale === 'id' ? 'bita' : 'bytes'}`;
  if (bytes < 1_000_000) return `${numberWords(Math.round(bytes / 1000), locale)} kB`;
  if (bytes < 1_000_000_000) return `${numberWords(bytes / 1_000_000, locale)} MB`;
  return `${numberWords(bytes / 1_000_000_000, locale)} GB`;
}

const tagOf = { id: 'id-ID', en: 'en-GB' } satisfies Record<Locale, string>;

const numbers = { id: numberFormat('id'), en: numberFormat('en') } satisfies Record<Locale, Intl.NumberFormat>;

function numberFormat(locale: Locale): Intl.NumberFormat {
  return new Intl.NumberFormat(tagOf[locale], { maximumFractionDigits: 1 });
}

const unitNames = {
  id: { day: ['hari', 'hari'], hour: ['jam', 'jam'], minute: ['menit', 'menit'], second: ['detik', 'detik'] },
  en: { day: ['day', 'days'], hour: ['hour', 'hours'], minute: ['minute', 'minutes'], second: ['second', 'seconds'] },
} satisfies Record<Locale, Record<Unit, [string, string]>>;

type Unit = 'day' | 'hour' | 'minute' | 'second';

function unitsOf(milliseconds: number): readonly (readonly [number, Unit])[] {
  return [
    [Math.floor(milliseconds / day), 'day'],
    [Math.floor((milliseconds % day) / hour), 'hour'],
    [Math.floor((milliseconds % hour) / minute), 'minute'],
    [Math.floor((milliseconds % minute) / 1000), 'second'],
  ];
}

function amount(count: number, unit: Unit, locale: Locale): string {
  return `${numberWords(count, locale)} ${unitNames[locale][unit][count === 1 ? 0 : 1]}`;
}

function partsOf(at: Date, locale: Locale, timeZone: string, options: Intl.DateTimeFormatOptions): (type: Intl.DateTimeFormatPartTypes) => string {
  const parts = formatter(locale, timeZone, options).formatToParts(at);
  return (type) => parts.find((part) => part.type === type)?.value ?? '';
}

const formatters = new Map<string, Intl.DateTimeFormat>();

// Making a formatter costs more than a hundred uses of it; the keys are bounded by locales, zones and the calls above.
function formatter(locale: Locale, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, timeZone, options]);
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(tagOf[locale], { ...options, timeZone });
  formatters.set(key, known);
  return known;
}
