import { listNoticesCall } from '@/lib/http/contracts/notices';
import { decodeCursor, encodeCursor, timePlace } from '@/lib/http/pagination';
import { answer, route } from '@/lib/http/route';
import { noticeView } from '@/lib/http/views/notices';
import { listNotices } from '@/lib/operations/messages/list-notices';

export const GET = route(listNoticesCall, async ({ query, caller, locale }) => {
  const after = decodeCursor(query.cursor, timePlace);
  if (!after.ok) return after.refusal;
  const { items, next, unreadCount } = await listNotices(caller.memberId, { limit: query.limit, after: after.value });
  return answer(200, { items: items.map((notice) => noticeView(notice, locale)), nextCursor: next === null ? null : encodeCursor(next), unreadCount });
});
