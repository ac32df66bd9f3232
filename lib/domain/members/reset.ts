import { day, hour } from '../time';

/** A link by e-mail is used at once or not at all; a librarian's code is carried home. */
export const linkLifeMs = hour;
export const codeLifeMs = day;

/** A code of eight digits may be wrong ten times; then the librarian gives another. */
export const codeTriesAtMost = 10;
export const codeLength = 8;

export type OpenReset = { readonly validUntil: Date; readonly usedAt: Date | null; readonly attempts: number };

export function isResetOpen(reset: OpenReset, now: Date): boolean {
  return reset.usedAt === null && now < reset.validUntil && reset.attempts < codeTriesAtMost;
}
