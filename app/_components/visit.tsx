'use client';

import { useEffect } from 'react';

const key = 'pinjam-visit';

/**
 * Says once a day that this browser was here. The word it says is random, of today only, and tied to nothing: no cookie,
 * no account. It waits until the page is idle, and what goes wrong is nobody's trouble.
 */
export function Visit({ today }: { today: string }) {
  useEffect(() => {
    const say = () => void sayVisit(today).catch(() => undefined);
    if ('requestIdleCallback' in window) {
      const handle = requestIdleCallback(say, { timeout: 5000 });
      return () => cancelIdleCallback(handle);
    }
    const timer = setTimeout(say, 1500);
    return () => clearTimeout(timer);
  }, [today]);
  return null;
}

async function sayVisit(today: string): Promise<void> {
  const kept = read();
  if (kept.day === today && kept.said) return;
  const token = kept.day === today ? kept.token : crypto.getRandomValues(new Uint32Array(4)).join('-');
  // a browser that keeps nothing says no word: it is told by its address and kind, lest each page be another visitor
  const isKept = write({ day: today, token, said: false });
  const answer = await fetch('/api/visits', {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(isKept ? { token } : {}), keepalive: true, credentials: 'omit',
  });
  if (answer.status === 204) write({ day: today, token, said: true });
}

type Kept = { day: string; token: string; said: boolean };
const nothing: Kept = { day: '', token: '', said: false };

function read(): Kept {
  try {
    return { ...nothing, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Kept>) };
  } catch {
    return nothing;
  }
}

function write(kept: Kept): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}
