import { useCallback, useEffect, useRef } from 'react';
import type { Position } from '@/lib/domain/reading/position';
import type { SaveReadingBody } from '@/lib/http/schemas/reading';
import { deviceId, deviceName, readPlace, unsentTitles, writePlace } from './local-places';

const savesAfterMs = 2000;

/**
 * Keeps the place: in this browser at once, in the library a moment later, and whatever did not get through when the
 * network is back. `now` is the library's clock.
 */
export function usePlace(memberId: string, titleId: string, now: () => Date): { readonly open: (position: Position, savedAt: Date | null) => void; readonly keep: (position: Position) => void; readonly sendAll: () => void } {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const sendAll = useCallback(() => {
    clearTimeout(timer.current);
    for (const unsent of unsentTitles(memberId)) void send(memberId, unsent);
  }, [memberId]);

  // Opening counts as reading, but a place does not become newer by being looked at.
  const open = useCallback(
    (position: Position, savedAt: Date | null) => {
      writePlace(memberId, titleId, { position, savedAt: savedAt ?? now(), isSent: false });
      sendAll();
    },
    [memberId, titleId, now, sendAll],
  );

  const keep = useCallback(
    (position: Position) => {
      writePlace(memberId, titleId, { position, savedAt: now(), isSent: false });
      clearTimeout(timer.current);
      timer.current = setTimeout(sendAll, savesAfterMs);
    },
    [memberId, titleId, now, sendAll],
  );

  useEffect(() => {
    const leaving = () => document.visibilityState === 'hidden' && sendAll();
    window.addEventListener('online', sendAll);
    window.addEventListener('pagehide', sendAll);
    document.addEventListener('visibilitychange', leaving);
    return () => {
      window.removeEventListener('online', sendAll);
      window.removeEventListener('pagehide', sendAll);
      document.removeEventListener('visibilitychange', leaving);
      sendAll();
    };
  }, [sendAll]);

  return { open, keep, sendAll };
}

async function send(memberId: string, titleId: string): Promise<void> {
  const place = readPlace(memberId, titleId);
  if (place === null) return;
  const body: SaveReadingBody = { position: place.position, savedAt: place.savedAt.toISOString(), device: { id: deviceId(), name: deviceName(navigator.userAgent) } };
  // keepalive: the last save goes out although the page is being left.
  const answer = await fetch(`/api/titles/${titleId}/reading`, { method: 'PUT', keepalive: true, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }).catch(() => null);
  const isSettled = answer !== null && (answer.ok || answer.status === 404 || answer.status === 422);
  const since = readPlace(memberId, titleId);
  if (isSettled && since?.savedAt.getTime() === place.savedAt.getTime()) writePlace(memberId, titleId, { ...place, isSent: true });
}
