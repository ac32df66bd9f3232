import { markRead } from '@/lib/adapters/postgres/notices';

/** Marks a member's own notices as read, others' ids do nothing; answers how many stay unread. */
export async function markNoticesRead(memberId: string, ids: readonly string[]): Promise<number> {
  return markRead(memberId, ids);
}
