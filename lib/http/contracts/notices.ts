import { z } from 'zod';
import { contract } from '../contract';
import { pageQuery } from '../pagination';
import { noticeListSchema } from '../schemas/notices';

export const listNoticesCall = contract({
  method: 'GET', path: '/api/notices', summary: 'What you were told, newest first', who: 'member', query: pageQuery, answers: { 200: noticeListSchema }, refusals: ['bad-cursor'],
});
export const readNoticesCall = contract({
  method: 'POST', path: '/api/notices/read', summary: 'Mark notices as read', who: 'member', body: z.object({ ids: z.array(z.uuid()).min(1).max(100) }),
  answers: { 200: z.object({ unreadCount: z.int() }) },
});
