import { z } from 'zod';
import { messageKinds } from '@/lib/domain/messages/message';
import { instant } from './lending';

export const noticeSchema = z.object({
  id: z.uuid(),
  kind: z.enum(messageKinds),
  titleId: z.uuid().nullable(),
  title: z.string().nullable(),
  subject: z.string(),
  body: z.string(),
  action: z.string(),
  href: z.string().describe('the page on which to act'),
  createdAt: instant,
  readAt: instant.nullable(),
  isOver: z.boolean().describe('what it asks for can no longer be done'),
});

export const noticeListSchema = z.object({ items: z.array(noticeSchema), nextCursor: z.string().nullable(), unreadCount: z.int() });
