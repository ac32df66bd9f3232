/** What is summed over days: everything but what is a state (loans running) or cannot be summed (distinct borrowers). */
export type Summed = { readonly visits: number; readonly borrows: number; readonly returned: number; readonly expired: number; readonly revoked: number; readonly reads: number; readonly turnaways: number };

const nothing: Summed = { visits: 0, borrows: 0, returned: 0, expired: 0, revoked: 0, reads: 0, turnaways: 0 };

export function totalsOf(days: readonly Summed[]): Summed {
  return days.reduce(
    (sum, day) => ({
      visits: sum.visits + day.visits,
      borrows: sum.borrows + day.borrows,
      returned: sum.returned + day.returned,
      expired: sum.expired + day.expired,
      revoked: sum.revoked + day.revoked,
      reads: sum.reads + day.reads,
      turnaways: sum.turnaways + day.turnaways,
    }),
    nothing,
  );
}
