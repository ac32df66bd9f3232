import { z } from 'zod';
import { contract } from '../contract';
import { blockSchema, deskChangeSchema, deskMemberSchema, deskRegistrationSchema, foundMemberSchema, issuedCodeSchema, memberSearchQuery, roleSchema } from '../schemas/admin-members';
import { meSchema, memberSchema } from '../schemas/member';

const params = z.object({ id: z.uuid() });

export const searchMembersCall = contract({
  method: 'GET', path: '/api/admin/members', summary: 'Find members by name, number, e-mail or telephone', who: 'librarian', query: memberSearchQuery,
  answers: { 200: z.object({ items: z.array(foundMemberSchema), nextCursor: z.string().nullable() }) }, refusals: ['bad-request', 'bad-cursor'],
});
export const registerAtDeskCall = contract({
  method: 'POST', path: '/api/admin/members', summary: 'Register somebody at the desk, with a first password', who: 'librarian', body: deskRegistrationSchema,
  answers: { 201: memberSchema }, refusals: ['email-taken', 'bad-request'],
});
export const readMemberCall = contract({
  method: 'GET', path: '/api/admin/members/{id}', summary: 'A member with the limits and lengths that apply to them and why, running loans, open holds, and past loans within the retention period', who: 'librarian', params,
  answers: { 200: deskMemberSchema }, refusals: ['not-found'],
});
export const changeMemberCall = contract({
  method: 'PATCH', path: '/api/admin/members/{id}', summary: 'Correct a profile; set category, end of membership, verified e-mail and telephone', who: 'librarian', params, body: deskChangeSchema,
  answers: { 200: meSchema }, refusals: ['not-found', 'email-taken', 'wrong-role', 'bad-request'],
});
export const eraseMemberCall = contract({
  method: 'DELETE', path: '/api/admin/members/{id}', summary: 'Delete an account for a member who asks for it: loans are returned, offers released, holds cancelled, reading erased', who: 'librarian', params,
  answers: { 204: null }, refusals: ['not-found', 'wrong-role', 'last-admin'],
});
export const blockMemberCall = contract({
  method: 'PUT', path: '/api/admin/members/{id}/block', summary: 'Block, with a reason and perhaps an end; a running offer goes back at once', who: 'librarian', params, body: blockSchema,
  answers: { 200: meSchema }, refusals: ['not-found', 'wrong-role', 'bad-request'],
});
export const unblockMemberCall = contract({
  method: 'DELETE', path: '/api/admin/members/{id}/block', summary: 'Lift a block', who: 'librarian', params, answers: { 200: meSchema }, refusals: ['not-found', 'wrong-role'],
});
export const changeRoleCall = contract({
  method: 'PUT', path: '/api/admin/members/{id}/role', summary: 'Make a member a librarian or admin, or take it back', who: 'admin', params, body: roleSchema,
  answers: { 200: meSchema }, refusals: ['not-found', 'last-admin', 'bad-request'],
});
export const issueResetCodeCall = contract({
  method: 'POST', path: '/api/admin/members/{id}/reset-code', summary: 'A one-time code for a new password, valid for 24 hours; shown once', who: 'librarian', params,
  answers: { 201: issuedCodeSchema }, refusals: ['not-found', 'wrong-role'],
});
