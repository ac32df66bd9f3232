import { useSyncExternalStore } from 'react';

const key = 'pinjam-search-allowed';
const rememberedAtMost = 50;
const listeners = new Set<() => void>();
/** For a browser that stores nothing: as long as the page is open. */
let lastKnown = '[]';

/** Whether this device's reader has agreed, for this loan, to what searching the whole book costs. */
export function useSearchAllowance(loan: string): readonly [boolean, () => void] {
  const stored = useSyncExternalStore(subscribe, read, () => '[]');
  const allowed = listOf(stored);
  const allow = () => remember([loan, ...allowed.filter((other) => other !== loan)].slice(0, rememberedAtMost));
  return [allowed.includes(loan), allow];
}

function remember(loans: readonly string[]): void {
  lastKnown = JSON.stringify(loans);
  try {
    localStorage.setItem(key, lastKnown);
  } catch {
    // asked again next time
  }
  listeners.forEach((changed) => changed());
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

function read(): string {
  try {
    return localStorage.getItem(key) ?? lastKnown;
  } catch {
    return lastKnown;
  }
}

function listOf(stored: string): readonly string[] {
  try {
    return JSON.parse(stored) as string[];
  } catch {
    return [];
  }
}
