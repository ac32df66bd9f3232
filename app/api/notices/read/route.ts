import { readNoticesCall } from '@/lib/http/contracts/notices';
import { answer, route } from '@/lib/http/route';
import { markNoticesRead } from '@/lib/operations/messages/mark-notices-read';

export const POST = route(readNoticesCall, async ({ body, caller }) => answer(200, { unreadCount: await markNoticesRead(caller.memberId, body.ids) }));
