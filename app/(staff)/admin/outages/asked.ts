import { environment } from '@/lib/config/environment';
import { instantOfWallClock, wallClockOf } from '@/lib/domain/library-time';
import type { Span } from '@/lib/domain/time';

/** What stands in the form: times as the library's clock shows them, wherever the admin sits. */
export type AskedOutage = { readonly from: string; readonly until: string; readonly reason: string };

export function askedOutage(params: Record<string, string | string[] | undefined>): AskedOutage {
  const text = (name: string) => (typeof params[name] === 'string' ? params[name].slice(0, 300) : '');
  return { from: text('from'), until: text('until'), reason: text('reason') };
}

export function askedSpan({ from, until }: AskedOutage): Span | null {
  if (!isWallClock(from) || !isWallClock(until)) return null;
  const { TIME_ZONE } = environment();
  return { from: instantOfWallClock(from.slice(0, 16), TIME_ZONE), until: instantOfWallClock(until.slice(0, 16), TIME_ZONE) };
}

/** The page with an outage filled in. */
export function outageAddress({ from, until }: Span, reason = ''): string {
  const { TIME_ZONE } = environment();
  return `/admin/outages?${new URLSearchParams({ from: wallClockOf(from, TIME_ZONE), until: wallClockOf(until, TIME_ZONE), reason })}`;
}

function isWallClock(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) && !Number.isNaN(Date.parse(`${text.slice(0, 16)}Z`));
}
