import { loadCirculations } from '@/lib/adapters/postgres/circulation/load';
import { pool } from '@/lib/adapters/postgres/pool';
import { titleLending, type TitleLending } from '@/lib/domain/lending/title-lending';

/** Availability of these titles, and what `memberId` (null: nobody logged in) has and can do with each, by title id. */
export async function readTitleLendings(titleIds: readonly string[], memberId: string | null): Promise<ReadonlyMap<string, TitleLending>> {
  if (titleIds.length === 0) return new Map();
  const all = await loadCirculations(pool(), [...new Set(titleIds)], { ...(memberId === null ? {} : { memberId }), measureQueue: true });
  return new Map(all.map((loaded) => [loaded.circulation.title.id, titleLending(loaded)] as const));
}
