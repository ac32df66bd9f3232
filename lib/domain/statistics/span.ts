import { dayPlus, type LibraryDay } from '../library-time';

/** Library days, both included. */
export type DayRange = { readonly from: LibraryDay; readonly to: LibraryDay };

/** Figures are asked for three years at most, so that one question cannot weigh down the library. */
export const longestRangeDays = 1100;

export function isTooLong({ from, to }: DayRange): boolean {
  return to > dayPlus(from, longestRangeDays - 1);
}

/** Thirty days up to today, when nothing is asked for. */
export function lastThirtyDays(today: LibraryDay): DayRange {
  return { from: dayPlus(today, -29), to: today };
}

/** "2026-11" → its first and last day. */
export function daysOfMonth(month: string): DayRange {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return { from: `${month}-01`, to: new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10) };
}

export function monthPlus(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}
