import type { Pace } from '@/lib/domain/lending/wait';
import { day } from '@/lib/domain/time';

/** The means that lib/adapters/postgres/pace.ts reads from the rows: of the last 90 days, none while there are too few to tell. */
export class ObservedPace {
  private readonly loans: Ended[] = [];
  private readonly pickups: Ended[] = [];

  loanEnded({ borrowedAt, dueAt }: { readonly borrowedAt: Date; readonly dueAt: Date }, at: Date): void {
    this.loans.push(shareOf(borrowedAt, dueAt, at));
  }

  pickedUp({ readyAt, readyUntil }: { readonly readyAt: Date; readonly readyUntil: Date }, at: Date): void {
    this.pickups.push(shareOf(readyAt, readyUntil, at));
  }

  at(now: Date): Pace {
    const since = now.getTime() - 90 * day;
    return { loanShare: meanSince(this.loans, since, 30), pickupShare: meanSince(this.pickups, since, 10) };
  }
}

type Ended = { readonly at: number; readonly share: number };

function shareOf(from: Date, until: Date, at: Date): Ended {
  return { at: at.getTime(), share: (at.getTime() - from.getTime()) / (until.getTime() - from.getTime()) };
}

function meanSince(ended: readonly Ended[], since: number, atLeast: number): number | null {
  const recent = ended.filter(({ at }) => at >= since);
  return recent.length < atLeast ? null : recent.reduce((sum, { share }) => sum + share, 0) / recent.length;
}
