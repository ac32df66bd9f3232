import { forgetLeftover, leftoverUploads, markCancelled } from '@/lib/adapters/postgres/uploads';
import { day } from '@/lib/domain/time';
import { discardFile } from './discard-file';

/**
 * Throws away uploads that nobody finished or used within a day. The row goes last: what is cut off in the middle is
 * found again. Marked first: one that is used at the last moment keeps its file.
 */
export async function sweepUploads({ olderThanMs = day }: { olderThanMs?: number } = {}): Promise<{ sweptCount: number }> {
  let sweptCount = 0;
  for (const upload of await leftoverUploads(olderThanMs, batch)) {
    if (!(await markCancelled(upload.id))) continue;
    await discardFile(upload);
    await forgetLeftover(upload.id);
    sweptCount += 1;
  }
  return { sweptCount };
}

const batch = 100;
