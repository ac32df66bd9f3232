import { useEffect, useEffectEvent, type RefObject } from 'react';

const decidedAfter = 10;
const turnsAfter = 48;

/** One finger sideways turns the page: the track follows the finger and then goes on, or back. */
export function useSwipe(track: RefObject<HTMLElement | null>, maySwipe: (by: 1 | -1) => boolean, canTurn: (by: 1 | -1) => boolean, onTurn: (by: 1 | -1) => void): void {
  const may = useEffectEvent(maySwipe);
  const can = useEffectEvent(canTurn);
  const turned = useEffectEvent(onTurn);

  useEffect(() => {
    const element = track.current;
    if (element === null) return;
    let swipe: { readonly x: number; readonly y: number; isSideways: boolean; dx: number } | null = null;

    const start = (event: TouchEvent) => {
      const touch = event.touches[0];
      swipe = touch !== undefined && event.touches.length === 1 ? { x: touch.clientX, y: touch.clientY, isSideways: false, dx: 0 } : null;
      if (swipe === null) slide(element, 0, false);
    };
    const move = (event: TouchEvent) => {
      const touch = event.touches[0];
      if (swipe === null || touch === undefined || event.touches.length !== 1) return;
      swipe.dx = touch.clientX - swipe.x;
      const dy = Math.abs(touch.clientY - swipe.y);
      if (!swipe.isSideways && dy > decidedAfter && dy > Math.abs(swipe.dx)) return void (swipe = null);
      if (!swipe.isSideways && Math.abs(swipe.dx) > decidedAfter && !may(swipe.dx < 0 ? 1 : -1)) return void (swipe = null);
      swipe.isSideways ||= Math.abs(swipe.dx) > decidedAfter;
      if (!swipe.isSideways || hasSelection()) return;
      event.preventDefault();
      // At the ends of the book the page gives way a little and comes back.
      slide(element, can(swipe.dx < 0 ? 1 : -1) ? swipe.dx : swipe.dx / 4, false);
    };
    const end = () => {
      if (swipe === null || !swipe.isSideways) return;
      const by = swipe.dx < 0 ? 1 : -1;
      const turns = Math.abs(swipe.dx) > turnsAfter && can(by) && !hasSelection();
      swipe = null;
      if (!turns) return slide(element, 0, true);
      slide(element, -by * element.clientWidth, true);
      const finish = () => {
        clearTimeout(late);
        element.removeEventListener('transitionend', finish);
        turned(by);
        slide(element, 0, false);
      };
      // With reduced motion there is no transition to end.
      const late = setTimeout(finish, 220);
      element.addEventListener('transitionend', finish);
    };

    element.addEventListener('touchstart', start, { passive: true });
    element.addEventListener('touchmove', move, { passive: false });
    element.addEventListener('touchend', end);
    element.addEventListener('touchcancel', end);
    return () => {
      element.removeEventListener('touchstart', start);
      element.removeEventListener('touchmove', move);
      element.removeEventListener('touchend', end);
      element.removeEventListener('touchcancel', end);
    };
  }, [track]);
}

function slide(element: HTMLElement, x: number, animated: boolean): void {
  element.classList.toggle('reader-track-moving', animated);
  element.style.transform = x === 0 ? '' : `translateX(${x}px)`;
}

function hasSelection(): boolean {
  return (window.getSelection()?.toString() ?? '') !== '';
}
