import { readingsOf } from '@/lib/adapters/postgres/readings';
import { granted, refuse, type Outcome } from '@/lib/domain/outcome';
import type { Reading } from '@/lib/domain/reading/position';

export type SavedPlaces = { readonly readings: readonly Reading[]; readonly now: Date };

/** Where a member's devices are in a title. Only for its owner: who has or had it on loan. */
export async function seeReading({ memberId, titleId }: { memberId: string; titleId: string }): Promise<Outcome<SavedPlaces>> {
  const { owns, readings, now } = await readingsOf(memberId, titleId);
  if (!owns) return refuse({ code: 'not-found' });
  return granted({ readings, now });
}
