import { usableCopies, runningUseOf, unreserved } from './availability';
import type { Circulation, Copy } from './circulation';

/** Expected wait as a range of milliseconds from now. */
export type EstimatedWait = { readonly expectedMs: number; readonly latestMs: number };

/**
 * This library's own pace: which share of their period people keep loans on average, and which share of the window passes
 * before they pick up; each null while data is thin. Shares, because titles differ in their period and window.
 */
export type Pace = { readonly loanShare: number | null; readonly pickupShare: number | null } | null;

/**
 * Rule 11. Sort the ends of the n usable copies (loan: dueAt; offer: readyUntil + period; free: now). For position p:
 * latest = ends[(p−1) mod n] − now + floor((p−1)/n) × (period + window); expected: the same at the observed pace.
 */
export function estimateWait(circulation: Circulation, position: number, pace: Pace, now: Date): EstimatedWait | null {
  const latestMs = waitMs(circulation, position, policyPace, now);
  if (latestMs === null) return null;
  const expectedMs = waitMs(circulation, position, { loanShare: shareOf(pace?.loanShare), pickupShare: shareOf(pace?.pickupShare) }, now) ?? latestMs;
  return { expectedMs: Math.min(expectedMs, latestMs), latestMs };
}

type Shares = { readonly loanShare: number; readonly pickupShare: number };
const policyPace: Shares = { loanShare: 1, pickupShare: 1 };

/** Nobody keeps a book longer than the terms allow, so neither does the mean. */
function shareOf(observed: number | null | undefined): number {
  return Math.min(1, observed ?? 1);
}

function waitMs(circulation: Circulation, position: number, { loanShare, pickupShare }: Shares, now: Date): number | null {
  const { loanPeriodMs, pickupWindowMs } = circulation.title.terms;
  const loanMs = loanPeriodMs * loanShare;
  // What is left of a use passes at the same pace. Never "any moment now": who has not returned by the third day keeps it to the end.
  const endOf = (copyId: string): number => {
    const use = runningUseOf(circulation, copyId, now);
    if (use === undefined) return 0;
    const leftMs = use.until.getTime() - now.getTime();
    return use.kind === 'loan' ? leftMs * loanShare : leftMs * pickupShare + loanMs;
  };
  const ends = inOrder(servings(circulation, now).flatMap(({ copies, left }) => inOrder(copies.map((copy) => endOf(copy.id))).slice(0, left)));
  const end = ends[(position - 1) % ends.length];
  if (end === undefined || position > servings(circulation, now).reduce((sum, { left }) => sum + left, 0)) return null;
  return Math.round(end + Math.floor((position - 1) / ends.length) * (loanMs + pickupWindowMs * pickupShare));
}

/** What each licence can still serve: a metered one lends no more than the loans it has left, whoever waits. */
function servings(circulation: Circulation, now: Date): { readonly copies: readonly Copy[]; readonly left: number }[] {
  return circulation.licences
    .map((licence) => ({ copies: usableCopies(circulation).filter((copy) => copy.licenceId === licence.id), left: unreserved(circulation, licence, now) }))
    .filter(({ copies }) => copies.length > 0);
}

function inOrder(waits: readonly number[]): number[] {
  return [...waits].sort((a, b) => a - b);
}
