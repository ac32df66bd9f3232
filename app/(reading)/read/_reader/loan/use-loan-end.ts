import { useCallback, useEffect, useRef, useState } from 'react';
import { phaseOf, untilNextPhaseMs, type Phase } from '@/lib/domain/reading/closing';

/** Long timers drift while a phone sleeps, so none runs longer than this. */
const lookAgainMs = 60_000;

/** The library's clock on this device: what it said last, and what has gone by since. */
export function useLibraryClock(saidOnOpening: string): { readonly now: () => Date; readonly set: (now: Date) => void } {
  const ahead = useRef<number | null>(null);
  const set = useCallback((now: Date) => {
    ahead.current = now.getTime() - Date.now();
  }, []);
  const now = useCallback(() => {
    ahead.current ??= new Date(saidOnOpening).getTime() - Date.now();
    return new Date(Date.now() + ahead.current);
  }, [saidOnOpening]);
  return { now, set };
}

/** What the loan's end asks of the open book, and the time left; looked at anew each minute, at each change and on waking up. */
export function useLoanEnd(dueAt: Date, now: () => Date): { readonly phase: Phase; readonly leftMs: number } {
  const [seen, setSeen] = useState(() => ({ phase: phaseOf(dueAt, now()), leftMs: dueAt.getTime() - now().getTime() }));

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      const at = now();
      setSeen({ phase: phaseOf(dueAt, at), leftMs: dueAt.getTime() - at.getTime() });
      const next = untilNextPhaseMs(dueAt, at);
      if (next !== null) timer = setTimeout(look, Math.min(lookAgainMs, next + 5));
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [dueAt, now]);

  return seen;
}
