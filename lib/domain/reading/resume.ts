import type { Position, Reading } from './position';

/** What a device itself remembers, perhaps from a time without network. */
export type Remembered = { readonly position: Position; readonly savedAt: Date };

/** Where to open, and which other device read on since: null when there is nothing to offer. */
export type Resumption = {
  readonly position: Position;
  readonly from: 'here' | 'elsewhere' | 'start';
  /** When this device itself was there; null when it never was. */
  readonly savedAt: Date | null;
  readonly offer: Reading | null;
};

/**
 * A book opens where this device stopped and offers the page of another device that read on later.
 * A device that never had the book goes on where the last one stopped.
 */
export function resume(readings: readonly Reading[], deviceId: string, remembered: Remembered | null): Resumption {
  const here = laterOf(readings.find((reading) => reading.deviceId === deviceId) ?? null, remembered);
  const elsewhere = newest(readings.filter((reading) => reading.deviceId !== deviceId));
  if (here === null && elsewhere === null) return { position: { page: 1 }, from: 'start', savedAt: null, offer: null };
  if (here === null) return { position: elsewhere?.position ?? { page: 1 }, from: 'elsewhere', savedAt: null, offer: null };
  const readOn = elsewhere !== null && elsewhere.savedAt > here.savedAt && elsewhere.position.page !== here.position.page;
  return { position: here.position, from: 'here', savedAt: here.savedAt, offer: readOn ? elsewhere : null };
}

/** The last save of all devices. */
export function newest(readings: readonly Reading[]): Reading | null {
  return readings.reduce<Reading | null>((last, reading) => (last === null || reading.savedAt > last.savedAt ? reading : last), null);
}

function laterOf(stored: Remembered | null, remembered: Remembered | null): Remembered | null {
  if (stored === null || remembered === null) return stored ?? remembered;
  return remembered.savedAt >= stored.savedAt ? remembered : stored;
}
