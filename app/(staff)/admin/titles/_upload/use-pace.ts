'use client';

import { useEffect, useRef, useState } from 'react';

/** Milliseconds that are left at the pace of the last ten seconds; null while there is too little to tell. */
export function useTimeLeft(sentBytes: number, totalBytes: number): number | null {
  const samples = useRef<{ at: number; bytes: number }[]>([]);
  const [left, setLeft] = useState<number | null>(null);

  useEffect(() => {
    const now = performance.now();
    const recent = samples.current.filter(({ at }) => now - at < 10_000);
    samples.current = [...recent, { at: now, bytes: sentBytes }];
    const [first] = samples.current;
    if (first === undefined || now - first.at < 2000 || sentBytes <= first.bytes) return;
    setLeft(((totalBytes - sentBytes) / (sentBytes - first.bytes)) * (now - first.at));
  }, [sentBytes, totalBytes]);

  return left;
}
