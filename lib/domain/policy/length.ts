import { durationMs, isoDuration, type IsoDuration } from '../duration';
import { day, hour, minute, second } from '../time';

/** A length of time as people enter it: so many of one unit. */
export type Length = { readonly amount: number; readonly unit: LengthUnit };
export const lengthUnits = ['day', 'hour', 'minute', 'second'] as const;
export type LengthUnit = (typeof lengthUnits)[number];

const unitMs = { day, hour, minute, second } satisfies Record<LengthUnit, number>;

/** In the largest unit that says it whole: P3D is 3 days, PT36H is 36 hours. */
export function lengthOf(duration: IsoDuration): Length {
  const milliseconds = durationMs(duration) ?? 0;
  const unit = lengthUnits.find((one) => milliseconds % unitMs[one] === 0) ?? 'second';
  return { amount: milliseconds / unitMs[unit], unit };
}

/** What people entered as an ISO 8601 duration; null when it is no whole number of a known unit. */
export function durationOf(amount: string, unit: string): IsoDuration | null {
  const known = lengthUnits.find((one) => one === unit);
  if (known === undefined || !/^\d{1,9}$/.test(amount.trim()) || Number(amount) < 1) return null;
  return isoDuration(Number(amount) * unitMs[known]);
}

/** A number in a form is days; what is no whole number of days stands as it was written through the API. */
export function daysOf(duration: string | null): string {
  return /^P(\d+)D$/.exec(duration ?? '')?.[1] ?? duration ?? '';
}

export function durationOfDays(typed: string): string | null {
  const text = typed.trim();
  if (text === '') return null;
  return /^\d+$/.test(text) ? `P${text}D` : text;
}
