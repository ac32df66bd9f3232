import { queueOfTitle, type QueuedHold } from '@/lib/adapters/postgres/title-queue';

export type { QueuedHold };

/** The head of a title's queue, for staff. */
export async function listQueue(titleId: string, limit = 50): Promise<readonly QueuedHold[]> {
  return queueOfTitle(titleId, limit);
}
