import { changeCirculation, type LendingChangeRequest } from '@/lib/adapters/postgres/circulation/change';
import type { Place } from '@/lib/adapters/postgres/lending-lookup';
import { refuse, type Outcome } from '@/lib/domain/outcome';
import { keyOf, type Act } from '../act';

/** Who acts on what is theirs, and what an idempotency key stands for. */
export type ByOwner = { readonly memberId: string; readonly act: Act; readonly what: readonly unknown[]; readonly time: { readonly at?: Date } | undefined };

type OwnChange<T, R> = Pick<LendingChangeRequest<T, R>, 'loanId' | 'holdId' | 'measureQueue' | 'decide' | 'report'>;

/** One rule on a member's own loan or hold, found at `place`; somebody else's is not there. */
export async function actOnOwn<T, R>(place: Place | null, { memberId, act, what, time }: ByOwner, change: OwnChange<T, R>): Promise<Outcome<R>> {
  if (place === null || place.memberId !== memberId) return refuse({ code: 'not-found' });
  return changeCirculation({ ...change, titleId: place.titleId, memberId, actor: act.actor, idempotency: keyOf(act, what) }, time);
}
