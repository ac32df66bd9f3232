import { usableCopies, runningUseOf, unreserved } from './availability';
import type { Circulation, Copy } from './circulation';
import type { Terms } from './policy';

/** Expected wait as a range of milliseconds from now. */
export type EstimatedWait = { readonly expectedMs: number; readonly latestMs: number };

/** How long loans and pickups of this library really took on average; each null while data is thin. */
export type Pace = { readonly meanLoanMs: number | null; readonly meanPickupMs: number | null } | null;

/**
 * Rule 11. Sort the ends of the n usable copies (loan: dueAt; offer: readyUntil + period; free: now). For position p:
 * latest = ends[(p−1) mod n] − now + floor((p−1)/n) × (period + window); expected: the same with observed means.
 */
export function estimateWait(circulation: Circulation, position: number, pace: Pace, now: Date): EstimatedWait | null {
  const { terms } = circulation.title;
  const latestMs = waitMs(circulation, position, { loanMs: terms.loanPeriodMs, pickupMs: terms.pickupWindowMs }, now);
  if (latestMs === null) return null;
  const expectedMs = waitMs(circulation, position, tempo(pace, terms), now) ?? latestMs;
  return { expectedMs: Math.min(expectedMs, latestMs), latestMs };
}

type Tempo = { readonly loanMs: number; readonly pickupMs: number };

/** Nobody keeps a book longer than the terms allow, so neither does the mean. */
function tempo(pace: Pace, terms: Terms): Tempo {
  return {
    loanMs: Math.min(pace?.meanLoanMs ?? terms.loanPeriodMs, terms.loanPeriodMs),
    pickupMs: Math.min(pace?.meanPickupMs ?? terms.pickupWindowMs, terms.pickupWindowMs),
  };
}

function waitMs(circulation: Circulation, position: number, { loanMs, pickupMs }: Tempo, now: Date): number | null {
  const { terms } = circulation.title;
  const endOf = (copyId: string): number => {
    const use = runningUseOf(circulation, copyId, now);
    if (use === undefined) return now.getTime();
    // A use that has outlived the mean may end any moment: it counts as ending now.
    if (use.kind === 'loan') return Math.max(now.getTime(), use.until.getTime() - Math.max(0, terms.loanPeriodMs - loanMs));
    return Math.max(now.getTime(), use.until.getTime() - Math.max(0, terms.pickupWindowMs - pickupMs)) + loanMs;
  };
  const ends = inOrder(servings(circulation, now).flatMap(({ copies, left }) => inOrder(copies.map((copy) => endOf(copy.id))).slice(0, left)));
  const end = ends[(position - 1) % ends.length];
  if (end === undefined || position > servings(circulation, now).reduce((sum, { left }) => sum + left, 0)) return null;
  return end - now.getTime() + Math.floor((position - 1) / ends.length) * (loanMs + pickupMs);
}

/** What each licence can still serve: a metered one lends no more than the loans it has left, whoever waits. */
function servings(circulation: Circulation, now: Date): { readonly copies: readonly Copy[]; readonly left: number }[] {
  return circulation.licences
    .map((licence) => ({ copies: usableCopies(circulation).filter((copy) => copy.licenceId === licence.id), left: unreserved(circulation, licence, now) }))
    .filter(({ copies }) => copies.length > 0);
}

function inOrder(instants: readonly number[]): number[] {
  return [...instants].sort((a, b) => a - b);
}
