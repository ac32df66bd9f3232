import { z } from 'zod';
import { contract } from '../contract';
import { instant } from '../schemas/lending';

export const lookIntoTitleCall = contract({
  method: 'POST', path: '/api/admin/titles/{id}/looks', summary: 'Look into a title without a loan; the reason is kept', who: 'librarian',
  params: z.object({ id: z.uuid() }), body: z.object({ reason: z.string().trim().min(3).max(500) }),
  answers: { 201: z.object({ id: z.uuid(), url: z.url(), expiresAt: instant, contentType: z.string(), sizeBytes: z.int() }) }, refusals: ['not-found', 'bad-request'],
});
