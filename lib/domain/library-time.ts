import { day } from './time';

/** A calendar day as the library's wall says it: 2026-11-24. */
export type LibraryDay = string;

export function libraryDayOf(at: Date, timeZone: string): LibraryDay {
  return wallClock(at, timeZone).slice(0, 10);
}

/** The instant at which a library day begins; where a clock change skips midnight, the first instant after. */
export function startOfLibraryDay(libraryDay: LibraryDay, timeZone: string): Date {
  return instantOfWallClock(`${libraryDay}T00:00`, timeZone);
}

/** The day so many days later (or earlier, when negative). */
export function dayPlus(libraryDay: LibraryDay, days: number): LibraryDay {
  return new Date(Date.parse(`${libraryDay}T00:00Z`) + days * day).toISOString().slice(0, 10);
}

/** What a form's date-and-time field holds ("2026-11-24T14:30", the library's wall clock) as an instant. */
export function instantOfWallClock(wall: string, timeZone: string): Date {
  const asIfUtc = Date.parse(`${wall}Z`);
  // The zone's offset is asked for at a guess and once more at the better guess: right on either side of a clock change.
  const guess = asIfUtc - offsetMs(new Date(asIfUtc), timeZone);
  return new Date(asIfUtc - offsetMs(new Date(guess), timeZone));
}

/** The library's wall clock at an instant, as a form's date-and-time field takes it: "2026-11-24T14:30". */
export function wallClockOf(at: Date, timeZone: string): string {
  return wallClock(at, timeZone).slice(0, 16);
}

function offsetMs(at: Date, timeZone: string): number {
  return Date.parse(`${wallClock(at, timeZone)}Z`) - Math.floor(at.getTime() / 1000) * 1000;
}

function wallClock(at: Date, timeZone: string): string {
  const parts = formatter(timeZone).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}`;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

// Making one costs more than a hundred uses of it, and every page asks which day it is; a library has one zone.
function formatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone) ?? new Intl.DateTimeFormat('en-GB', {
    timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
  });
  formatters.set(timeZone, known);
  return known;
}
