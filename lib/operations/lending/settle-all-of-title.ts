import { hasMoreToSettle } from '@/lib/adapters/postgres/licences';
import { settleTitle } from './settle-title';

/** A long queue, or many loans that end at once, are settled some hundred a transaction; what an interruption leaves, the sweep takes. */
export async function settleAllOfTitle(titleId: string): Promise<void> {
  for (let batch = 0; batch < batchesAtMost && (await hasMoreToSettle(titleId)); batch += 1) await settleTitle(titleId);
}

const batchesAtMost = 500;
