import { useEffect, useEffectEvent, type RefObject } from 'react';
import type { Focus } from './view-props';

/**
 * Two fingers (or Ctrl and the wheel, which is what a touchpad's pinch arrives as) zoom around the point between them:
 * the sheets are stretched while the fingers move, and drawn anew when they leave.
 */
export function usePinch(surface: RefObject<HTMLElement | null>, stretched: () => HTMLElement | null, onPinch: (by: number, focus: Focus) => void): void {
  const pinched = useEffectEvent(onPinch);
  const target = useEffectEvent(stretched);

  useEffect(() => {
    const element = surface.current;
    if (element === null) return;
    let pinch: { readonly distance: number; readonly focus: Focus; by: number; readonly sheet: HTMLElement } | null = null;

    const start = (event: TouchEvent) => {
      const sheet = target();
      if (event.touches.length !== 2 || sheet === null) return;
      const focus = middle(event.touches);
      const box = sheet.getBoundingClientRect();
      sheet.style.transformOrigin = `${focus.x - box.left}px ${focus.y - box.top}px`;
      pinch = { distance: distance(event.touches), focus, by: 1, sheet };
    };
    const move = (event: TouchEvent) => {
      if (pinch === null || event.touches.length !== 2) return;
      event.preventDefault();
      pinch.by = distance(event.touches) / pinch.distance;
      pinch.sheet.style.transform = `scale(${pinch.by})`;
    };
    const end = () => {
      if (pinch === null) return;
      const { by, focus, sheet } = pinch;
      pinch = null;
      sheet.style.transform = '';
      if (Math.abs(by - 1) > 0.02) pinched(by, focus);
    };
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      pinched(Math.exp(-event.deltaY / 200), { x: event.clientX, y: event.clientY });
    };

    element.addEventListener('touchstart', start, { passive: true });
    element.addEventListener('touchmove', move, { passive: false });
    element.addEventListener('touchend', end);
    element.addEventListener('touchcancel', end);
    element.addEventListener('wheel', wheel, { passive: false });
    return () => {
      element.removeEventListener('touchstart', start);
      element.removeEventListener('touchmove', move);
      element.removeEventListener('touchend', end);
      element.removeEventListener('touchcancel', end);
      element.removeEventListener('wheel', wheel);
    };
  }, [surface]);
}

function distance(touches: TouchList): number {
  const [a, b] = [touches[0], touches[1]];
  return a === undefined || b === undefined ? 1 : Math.max(1, Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY));
}

function middle(touches: TouchList): Focus {
  const [a, b] = [touches[0], touches[1]];
  return a === undefined || b === undefined ? { x: 0, y: 0 } : { x: (a.clientX + b.clientX) / 2, y: (a.clientY + b.clientY) / 2 };
}
