import type { After } from '@/lib/adapters/postgres/lending-lists';
import { countUnread, noticesOfMember, type ListedNotice } from '@/lib/adapters/postgres/notices';

export type Notice = ListedNotice;
export type NoticePage = { readonly items: readonly Notice[]; readonly next: After | null; readonly unreadCount: number };

/** A member's own notices, newest first, with how many are unread. Their words: noticeView(notice, locale). */
export async function listNotices(memberId: string, { limit = 20, after = null }: { limit?: number; after?: After | null } = {}): Promise<NoticePage> {
  const [rows, unreadCount] = await Promise.all([noticesOfMember(memberId, { limit, after }), countUnread(memberId)]);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? { at: last.createdAt, id: last.id } : null, unreadCount };
}
