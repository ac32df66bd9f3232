import type { Position } from '@/lib/domain/reading/position';
import type { Remembered } from '@/lib/domain/reading/resume';

/** What this device keeps of a place: also without network, until the library has it. */
export type LocalPlace = Remembered & { readonly isSent: boolean };

/** Places in this browser, apart for each member who uses it. */
export function readPlace(memberId: string, titleId: string): LocalPlace | null {
  try {
    const stored = JSON.parse(localStorage.getItem(keyOf(memberId, titleId)) ?? 'null') as { position: Position; savedAt: string; isSent: boolean } | null;
    return stored === null ? null : { ...stored, savedAt: new Date(stored.savedAt) };
  } catch {
    return null;
  }
}

export function writePlace(memberId: string, titleId: string, place: LocalPlace): void {
  try {
    localStorage.setItem(keyOf(memberId, titleId), JSON.stringify(place));
  } catch {
    // A full or forbidden storage costs the memory without network, nothing else.
  }
}

/** Titles whose place never reached the library. */
export function unsentTitles(memberId: string): readonly string[] {
  try {
    const prefix = keyOf(memberId, '');
    const titles = Object.keys(localStorage).filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
    return titles.filter((titleId) => readPlace(memberId, titleId)?.isSent === false);
  } catch {
    return [];
  }
}

/** This browser's own name for itself, drawn once. */
export function deviceId(): string {
  const key = 'pinjam-device';
  try {
    const known = localStorage.getItem(key);
    if (known !== null) return known;
    // randomUUID exists only on secure origins; a library's own network may be plain http.
    const made = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
    localStorage.setItem(key, made);
    return made;
  } catch {
    return 'unnamed';
  }
}

/** What a person would call this device: its browser and system. */
export function deviceName(userAgent: string): string {
  const browser = first(userAgent, [[/SamsungBrowser/, 'Samsung Internet'], [/OPR|Opera/, 'Opera'], [/Edg/, 'Edge'], [/Firefox|FxiOS/, 'Firefox'], [/Chrome|CriOS/, 'Chrome'], [/Safari/, 'Safari']]);
  const system = first(userAgent, [[/Android/, 'Android'], [/iPhone/, 'iPhone'], [/iPad/, 'iPad'], [/Windows/, 'Windows'], [/Mac OS X/, 'Mac'], [/CrOS/, 'Chromebook'], [/Linux/, 'Linux']]);
  return [browser, system].filter((part) => part !== null).join(' · ') || 'Browser';
}

function first(text: string, known: readonly (readonly [RegExp, string])[]): string | null {
  return known.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

function keyOf(memberId: string, titleId: string): string {
  return `pinjam-place:${memberId}:${titleId}`;
}
