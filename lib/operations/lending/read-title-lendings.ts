import { loadCirculation } from '@/lib/adapters/postgres/circulation/load';
import { onOneConnection } from '@/lib/adapters/postgres/pool';
import { titleLending, type TitleLending } from '@/lib/domain/lending/title-lending';

/** Availability of these titles, and what `memberId` (null: nobody logged in) has and can do with each, by title id. One connection: all the questions travel together. */
export async function readTitleLendings(titleIds: readonly string[], memberId: string | null): Promise<ReadonlyMap<string, TitleLending>> {
  if (titleIds.length === 0) return new Map();
  const all = await onOneConnection((client) => Promise.all([...new Set(titleIds)].map((titleId) => loadCirculation(client, { titleId, ...(memberId === null ? {} : { memberId }), measureQueue: true }))));
  return new Map(all.flatMap((loaded) => (loaded === null ? [] : [[loaded.circulation.title.id, titleLending(loaded)] as const])));
}
