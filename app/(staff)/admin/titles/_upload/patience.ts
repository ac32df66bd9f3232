/** How long to wait before the next try: 1, 2, 4 … 30 seconds, and a little by chance, so that not all come back at once. */
export function waitBefore(tryNumber: number): number {
  return Math.min(30_000, 1000 * 2 ** (tryNumber - 1)) * (0.8 + Math.random() * 0.4);
}

/** Waits, but no longer than until the network is back or the upload is given up. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      window.removeEventListener('online', end);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    window.addEventListener('online', end);
    signal.addEventListener('abort', end);
  });
}
