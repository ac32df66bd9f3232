import { loadCirculation } from '@/lib/adapters/postgres/circulation/load';
import { pool } from '@/lib/adapters/postgres/pool';
import { titleLending, type TitleLending } from '@/lib/domain/lending/title-lending';

/** A title's availability, and what `memberId` (null: nobody logged in) has and can do; null: no such title. Two round trips. */
export async function readTitleLending(titleId: string, memberId: string | null): Promise<TitleLending | null> {
  const loaded = await loadCirculation(pool(), { titleId, ...(memberId === null ? {} : { memberId }), measureQueue: true });
  return loaded === null ? null : titleLending(loaded);
}
