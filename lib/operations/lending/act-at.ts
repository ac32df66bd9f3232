import { changeCirculation, type LendingChangeRequest } from '@/lib/adapters/postgres/circulation/change';
import type { Place } from '@/lib/adapters/postgres/lending-lookup';
import { refuse, type Outcome } from '@/lib/domain/outcome';
import { keyOf, type Act } from '../act';

/** Who acts, and what an idempotency key stands for. */
export type By = { readonly act: Act; readonly what: readonly unknown[]; readonly time?: { readonly at?: Date } | undefined };

export type ChangeOfOne<T, R> = Omit<LendingChangeRequest<T, R>, 'titleId' | 'actor' | 'idempotency'>;

/** One rule on the loan or hold that was found at `place`; null: it is not there. */
export async function actAt<T, R>(place: Place | null, { act, what, time }: By, change: ChangeOfOne<T, R>): Promise<Outcome<R>> {
  if (place === null) return refuse({ code: 'not-found' });
  return changeCirculation({ ...change, titleId: place.titleId, actor: act.actor, idempotency: keyOf(act, what) }, time);
}
