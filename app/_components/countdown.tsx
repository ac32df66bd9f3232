'use client';

import { useEffect, useState } from 'react';
import { useFormats } from './use-formats';

/**
 * "2 hari 3 jam", counting down by the library's clock: `now` is the server's at rendering, so a phone with a wrong clock
 * still counts right. `onEnd` is called once, at the instant.
 */
export function Countdown({ until, now, onEnd }: { until: string; now: string; onEnd?: () => void }) {
  const formats = useFormats();
  const [left, setLeft] = useState(() => Date.parse(until) - Date.parse(now));

  useEffect(() => {
    const endsAt = performance.now() + Date.parse(until) - Date.parse(now);
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const leftNow = endsAt - performance.now();
      setLeft(leftNow);
      if (leftNow <= 0) return onEnd?.();
      timer = setTimeout(tick, Math.min(leftNow, leftNow < 120_000 ? 1000 : 30_000));
    };
    timer = setTimeout(tick, 1000);
    return () => clearTimeout(timer);
  }, [until, now, onEnd]);

  return <span className="tabular-nums">{formats.timeLeft(left)}</span>;
}
