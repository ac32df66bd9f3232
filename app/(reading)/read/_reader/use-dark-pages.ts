import { useSyncExternalStore } from 'react';

const key = 'pinjam-dark-pages';
const listeners = new Set<() => void>();

/** Whether this device shows pages light on dark. */
export function useDarkPages(): readonly [boolean, () => void] {
  const isDark = useSyncExternalStore(subscribe, read, () => false);
  const toggle = () => {
    try {
      localStorage.setItem(key, isDark ? '0' : '1');
    } catch {
      return;
    }
    listeners.forEach((changed) => changed());
  };
  return [isDark, toggle];
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

function read(): boolean {
  try {
    return localStorage.getItem(key) === '1';
  } catch {
    return false;
  }
}
