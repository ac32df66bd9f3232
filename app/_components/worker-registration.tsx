'use client';

import { useEffect } from 'react';

/** Registers the service worker (offline page) after the page is there; without it everything still works. */
export function WorkerRegistration() {
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return;
    navigator.serviceWorker.register('/sw.js').catch(() => undefined);
  }, []);
  return null;
}
