import { similarTitles } from '@/lib/adapters/postgres/similar-titles';
import type { TitleCard } from '@/lib/adapters/postgres/title-cards';

export type SimilarTitles = { readonly items: readonly TitleCard[]; readonly now: Date };

/** What to offer somebody who cannot have a title now: others like it that they can; null when there are none. */
export async function findSimilarTitles(titleId: string, { memberId, limit }: { readonly memberId: string | null; readonly limit: number }): Promise<SimilarTitles | null> {
  const found = await similarTitles(titleId, { memberId, limit });
  return found[0] === undefined ? null : { items: found, now: found[0].now };
}
