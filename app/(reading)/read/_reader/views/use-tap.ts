import { useEffect, useRef, type MouseEvent } from 'react';
import type { Focus } from './view-props';

const doubleWithinMs = 260;

/** Tells a tap from a double tap, and neither from a link followed or a text selected. */
export function useTap(onTap: () => void, onDoubleTap: (focus: Focus) => void): (event: MouseEvent) => void {
  const waiting = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => () => clearTimeout(waiting.current ?? undefined), []);

  return (event) => {
    if ((event.target as Element).closest('a, button, input') !== null) return;
    if ((window.getSelection()?.toString() ?? '') !== '') return;
    if (waiting.current !== null) {
      clearTimeout(waiting.current);
      waiting.current = null;
      return onDoubleTap({ x: event.clientX, y: event.clientY });
    }
    waiting.current = setTimeout(() => {
      waiting.current = null;
      onTap();
    }, doubleWithinMs);
  };
}
