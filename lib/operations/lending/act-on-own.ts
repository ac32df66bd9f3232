import type { Place } from '@/lib/adapters/postgres/lending-lookup';
import type { Outcome } from '@/lib/domain/outcome';
import { actAt, type By, type ChangeOfOne } from './act-at';

export type ByOwner = By & { readonly memberId: string };

/** One rule on a member's own loan or hold; somebody else's is not there. */
export async function actOnOwn<T, R>(place: Place | null, { memberId, ...by }: ByOwner, change: Omit<ChangeOfOne<T, R>, 'memberId'>): Promise<Outcome<R>> {
  return actAt(place?.memberId === memberId ? place : null, by, { ...change, memberId });
}
