'use client';

import { useRouter } from 'next/navigation';
import { useCallback } from 'react';
import { Countdown } from './countdown';

/** A countdown whose page is asked anew when the time has come. */
export function RefreshingCountdown({ until, now }: { until: string; now: string }) {
  const router = useRouter();
  const onEnd = useCallback(() => router.refresh(), [router]);
  return <Countdown until={until} now={now} onEnd={onEnd} />;
}
