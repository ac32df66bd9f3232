import { minute, second } from '../time';

/**
 * How often somebody may be wrong. Against one account from one place the first few tries are free, then each costs twice
 * the wait of the one before, up to a minute; a try during the wait is not looked at and does not make it longer.
 * Against all accounts together, one address has a hundred tries in ten minutes: a school has one address.
 */
export type TryLimit = { readonly freeCount: number; readonly windowMs: number; readonly firstDelayMs: number; readonly longestDelayMs: number };

export const passwordTriesPerAccount: TryLimit = { freeCount: 5, windowMs: 60 * minute, firstDelayMs: second, longestDelayMs: minute };
export const passwordTriesPerAddress: TryLimit = { freeCount: 100, windowMs: 10 * minute, firstDelayMs: 0, longestDelayMs: 0 };
export const resetRequestsPerAccount: TryLimit = { freeCount: 3, windowMs: 60 * minute, firstDelayMs: minute, longestDelayMs: 60 * minute };
export const resetRequestsPerAddress: TryLimit = { freeCount: 100, windowMs: 10 * minute, firstDelayMs: 0, longestDelayMs: 0 };
export const verificationsPerMember: TryLimit = { freeCount: 3, windowMs: 60 * minute, firstDelayMs: minute, longestDelayMs: 60 * minute };
export const registrationsPerAddress: TryLimit = { freeCount: 200, windowMs: 60 * minute, firstDelayMs: 0, longestDelayMs: 0 };

/** What is known of the tries under one key. */
export type Tries = { readonly count: number; readonly windowFrom: Date; readonly blockedUntil: Date };

/** The tries after one more at `now`, or how long to wait before it is looked at. */
export function oneMoreTry(limit: TryLimit, tries: Tries | null, now: Date): { readonly allowed: true; readonly tries: Tries } | { readonly allowed: false; readonly waitMs: number } {
  if (tries === null || now.getTime() >= tries.windowFrom.getTime() + limit.windowMs) return { allowed: true, tries: { count: 1, windowFrom: now, blockedUntil: now } };
  if (now < tries.blockedUntil) return { allowed: false, waitMs: tries.blockedUntil.getTime() - now.getTime() };
  if (limit.longestDelayMs === 0 && tries.count >= limit.freeCount) return { allowed: false, waitMs: tries.windowFrom.getTime() + limit.windowMs - now.getTime() };
  const count = tries.count + 1;
  // a growing delay slides its window along, or it would start afresh under a patient guesser
  const windowFrom = limit.longestDelayMs === 0 ? tries.windowFrom : now;
  return { allowed: true, tries: { count, windowFrom, blockedUntil: new Date(now.getTime() + delayMs(limit, count)) } };
}

/** None for the free tries, then 1 s, 2 s, 4 s … up to the longest. */
export function delayMs(limit: TryLimit, count: number): number {
  if (count <= limit.freeCount) return 0;
  return Math.min(limit.longestDelayMs, limit.firstDelayMs * 2 ** Math.min(30, count - limit.freeCount - 1));
}

export function scaled(limit: TryLimit, scale: number): TryLimit {
  return { ...limit, freeCount: Math.max(1, Math.floor(limit.freeCount * scale)) };
}
