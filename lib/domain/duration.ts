import { day, hour, minute, second } from './time';

/** An exact ISO 8601 duration: weeks, days (24 hours), hours, minutes, seconds. Months and years are refused: they have no fixed length. */
export type IsoDuration = string;

const pattern = /^P(?:(\d+)W|(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?)$/;

/** Milliseconds of an exact duration, or null when the text is none. */
export function durationMs(text: IsoDuration): number | null {
  const found = pattern.exec(text);
  if (found === null || text === 'P') return null;
  const [weeks, days, hours, minutes, seconds] = found.slice(1).map((part) => Number(part ?? 0));
  const total = (weeks ?? 0) * 7 * day + (days ?? 0) * day + (hours ?? 0) * hour + (minutes ?? 0) * minute + (seconds ?? 0) * second;
  return Number.isSafeInteger(total) ? total : null;
}

/** The same for a duration that was checked when it came in; a broken one here is a bug, not an input. */
export function knownDurationMs(text: IsoDuration): number {
  const milliseconds = durationMs(text);
  if (milliseconds === null) throw new TypeError(`not an exact ISO 8601 duration: ${text}`);
  return milliseconds;
}

/** Writes milliseconds as ISO 8601, cut to whole seconds: 259200000 → P3D, 5400000 → PT1H30M. */
export function isoDuration(milliseconds: number): IsoDuration {
  const seconds = Math.max(0, Math.floor(milliseconds / second));
  const parts = { D: Math.floor(seconds / 86400), H: Math.floor(seconds / 3600) % 24, M: Math.floor(seconds / 60) % 60, S: seconds % 60 };
  const date = parts.D > 0 ? `${parts.D}D` : '';
  const time = (['H', 'M', 'S'] as const).map((unit) => (parts[unit] > 0 ? `${parts[unit]}${unit}` : '')).join('');
  if (date === '' && time === '') return 'PT0S';
  return `P${date}${time === '' ? '' : `T${time}`}`;
}
