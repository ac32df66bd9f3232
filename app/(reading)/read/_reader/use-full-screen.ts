import { useSyncExternalStore, type RefObject } from 'react';

/** Full screen where the browser has it; null where it has not. */
export function useFullScreen(element: RefObject<HTMLElement | null>): { readonly isOn: boolean; readonly toggle: () => void } | null {
  const isOn = useSyncExternalStore(
    (changed) => {
      document.addEventListener('fullscreenchange', changed);
      return () => document.removeEventListener('fullscreenchange', changed);
    },
    () => document.fullscreenElement !== null,
    () => false,
  );
  const isPossible = useSyncExternalStore(noChange, () => document.fullscreenEnabled, () => false);
  if (!isPossible) return null;
  const toggle = () => {
    const change = isOn ? document.exitFullscreen() : element.current?.requestFullscreen();
    change?.catch(() => undefined);
  };
  return { isOn, toggle };
}

const noChange = () => () => undefined;
