import { z } from 'zod';
import { contract } from '../contract';
import { revocationBody } from '../schemas/admin-loans';
import { holdSchema } from '../schemas/lending';

const params = z.object({ id: z.uuid() });

export const cancelAnyHoldCall = contract({
  method: 'POST', path: '/api/admin/holds/{id}/cancellation', keyed: 'in-operation', summary: "End a member's hold, with a reason that the member is told", who: 'librarian', params, body: revocationBody,
  answers: { 200: holdSchema }, refusals: ['not-found', 'bad-request'],
});
export const moveHoldCall = contract({
  method: 'POST', path: '/api/admin/holds/{id}/move', keyed: 'in-operation', summary: 'Put a waiting hold at the head of its queue, with a reason that is kept', who: 'librarian', params, body: revocationBody,
  answers: { 200: holdSchema }, refusals: ['not-found', 'bad-request', 'hold-ended'],
});
