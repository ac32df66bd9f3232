import { granted } from '../outcome';
import type { Decision } from './changes';
import type { Circulation } from './circulation';

export type Withdrawal = { readonly reason: string; /** A rights problem: running loans end at once. Otherwise they run out. */ readonly loansEnd: boolean };

/**
 * Hidden, no new loans or holds. Settling ends the loans, if they are to end, and cancels the holds, in batches where there
 * are many. One that was withdrawn gently before can still be withdrawn at once.
 */
export function withdrawTitle({ title }: Circulation, { reason, loansEnd }: Withdrawal, now: Date): Decision<null> {
  if (title.state === 'withdrawn' && (title.loansEndBecause !== null || !loansEnd)) return { outcome: granted(null), changes: [] };
  return { outcome: granted(null), changes: [{ kind: 'title-withdrawn', at: now, reason, loansEnd }] };
}

/** A withdrawn title can be had again. What its withdrawal ended stays ended: holds that were cancelled do not come back. */
export function undoWithdrawal({ title }: Circulation, now: Date): Decision<null> {
  if (title.state !== 'withdrawn') return { outcome: granted(null), changes: [] };
  return { outcome: granted(null), changes: [{ kind: 'withdrawal-undone', at: now }] };
}
