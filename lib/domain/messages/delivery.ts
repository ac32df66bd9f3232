import { minute, second } from '../time';

/** How a try to hand over an e-mail ended. `error` is a code, never an address. */
export type Delivery =
  | { readonly sent: true }
  /** `isFinal`: the server said that it will never take it (5xx). `isServerAway`: it is not about this e-mail. */
  | { readonly sent: false; readonly error: string; readonly isFinal: boolean; readonly isServerAway: boolean };

const firstPauseMs = 30 * second;
const longestPauseMs = 15 * minute;
/** About a day of a mail server's absence. */
export const triesAtMost = 100;
/** A full mailbox or a greylisting server says 5xx too: a few tries, then no more. */
export const finalTriesAtMost = 5;

/** When to try again after so many tries, twice as long each time; null: give up. */
export function pauseAfter(tryCount: number, { isFinal }: { readonly isFinal: boolean }): number | null {
  if (tryCount >= (isFinal ? finalTriesAtMost : triesAtMost)) return null;
  return Math.min(longestPauseMs, firstPauseMs * 2 ** (tryCount - 1));
}
