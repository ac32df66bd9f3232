import { useLayoutEffect, useState, useSyncExternalStore, type RefObject } from 'react';
import type { Size } from './layout';

/** The inner size of an element; null until it is known. */
export function useSize(element: RefObject<HTMLElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null);
  useLayoutEffect(() => {
    const measured = element.current;
    if (measured === null) return;
    const read = () => setSize((before) => (before?.width === measured.clientWidth && before.height === measured.clientHeight ? before : { width: measured.clientWidth, height: measured.clientHeight }));
    read();
    const observer = new ResizeObserver(read);
    observer.observe(measured);
    return () => observer.disconnect();
  }, [element]);
  return size;
}

/** How many device pixels one CSS pixel has; follows a window that moves to another screen. */
export function usePixelRatio(): number {
  return useSyncExternalStore(
    (changed) => {
      window.addEventListener('resize', changed);
      return () => window.removeEventListener('resize', changed);
    },
    () => window.devicePixelRatio || 1,
    () => 1,
  );
}

export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => window.matchMedia(query).matches,
    () => false,
  );
}
