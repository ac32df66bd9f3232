import { later } from '../time';

/** What decides whether a member may borrow, renew and queue (rule 10). A block and a membership end by the clock. */
export type Standing = {
  readonly blockedAt: Date | null;
  readonly blockedUntil: Date | null;
  readonly validUntil: Date | null;
};

export const goodStanding: Standing = { blockedAt: null, blockedUntil: null, validUntil: null };

export function isBarred(standing: Standing, now: Date): boolean {
  return isBlocked(standing, now) || hasEnded(standing, now);
}

export function isBlocked({ blockedAt, blockedUntil }: Standing, now: Date): boolean {
  return blockedAt !== null && blockedAt <= now && (blockedUntil === null || now < blockedUntil);
}

function hasEnded({ validUntil }: Standing, now: Date): boolean {
  return validUntil !== null && validUntil <= now;
}

/**
 * The first instant in [from, until) at which the member was barred, or null. A running offer is withdrawn at that
 * instant, also when the block has ended since.
 */
export function firstBarredWithin(standing: Standing, from: Date, until: Date): Date | null {
  const starts = [blockStartWithin(standing, from, until), endWithin(standing, from, until)].filter((at) => at !== null);
  return starts.length === 0 ? null : new Date(Math.min(...starts.map((at) => at.getTime())));
}

function blockStartWithin({ blockedAt, blockedUntil }: Standing, from: Date, until: Date): Date | null {
  if (blockedAt === null) return null;
  const start = later(blockedAt, from);
  return start < until && (blockedUntil === null || start < blockedUntil) ? start : null;
}

function endWithin({ validUntil }: Standing, from: Date, until: Date): Date | null {
  if (validUntil === null) return null;
  const start = later(validUntil, from);
  return start < until ? start : null;
}
