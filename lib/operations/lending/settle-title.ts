import { changeCirculation } from '@/lib/adapters/postgres/circulation/change';
import { theClock } from '@/lib/domain/actor';
import { granted, type Outcome } from '@/lib/domain/outcome';

/** Brings one title up to date at once: after a block, a policy change, or whatever else time or standing decides. */
export async function settleTitle(titleId: string): Promise<Outcome<null>> {
  return changeCirculation({ titleId, actor: theClock, decide: () => ({ outcome: granted(null), changes: [] }), report: () => null });
}
