import { titlesQueuedFor } from '@/lib/adapters/postgres/desk';
import { settleTitle } from '../lending/settle-title';

/** After a member's standing changed: each title they wait for is brought up to date, so that an offer goes or comes at once. */
export async function settleQueues(memberId: string): Promise<void> {
  for (const titleId of await titlesQueuedFor(memberId)) await settleTitle(titleId);
}
