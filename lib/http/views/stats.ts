import type { Rekap } from '@/lib/operations/statistics/read-rekap';
import type { Stats } from '@/lib/operations/statistics/read-stats';

export function statsView({ totals, days, titles, ...range }: Stats, now: Date) {
  return { ...range, now, totals: withReturns(totals), days: days.map(withReturns), titles: titles.map(withReturns) };
}

export function rekapView({ month, totals, borrowers, days, books }: Rekap) {
  const { visits, borrows, returns } = withReturns(totals);
  return { month, visits, borrowers, borrows, returns, days: days.map(withReturns), books: books.map(withReturns) };
}

function withReturns<F extends { readonly returned: number; readonly expired: number; readonly revoked: number }>({ returned, expired, revoked, ...rest }: F) {
  return { ...rest, returns: { returned, expired, revoked } };
}
