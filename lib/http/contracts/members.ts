import { z } from 'zod';
import { contract } from '../contract';
import { memberSchema, passwordSchema, registrationSchema } from '../schemas/member';

export const registerMemberCall = contract({
  method: 'POST', path: '/api/members', summary: 'Register: free, gives a member number', who: 'anyone', body: registrationSchema,
  answers: { 201: memberSchema }, refusals: ['email-taken', 'bad-request', 'too-many-tries'],
});

export const requestResetLinkCall = contract({
  method: 'POST', path: '/api/password-resets', summary: 'Ask for a link by e-mail for a new password; the answer never tells whether the account exists', who: 'anyone',
  body: z.object({ identifier: z.string('identifier').trim().min(1, 'identifier').max(300, 'identifier') }), answers: { 202: z.object({}) }, refusals: ['too-many-tries', 'bad-request'],
});

const byLink = z.object({ secret: z.string().min(1).max(200), password: passwordSchema });
const byCode = z.object({ identifier: z.string('identifier').trim().min(1, 'identifier').max(300, 'identifier'), code: z.string('code').trim().min(1, 'code').max(40, 'code'), password: passwordSchema });

export const resetPasswordCall = contract({
  method: 'POST', path: '/api/password-resets/completion', summary: "Set a new password by the link's secret, or by member number and a librarian's one-time code", who: 'anyone',
  body: z.union([byLink, byCode]), answers: { 200: z.object({ memberNumber: z.string() }) }, refusals: ['reset-invalid', 'too-many-tries', 'bad-request'],
});

export const verifyEmailCall = contract({
  method: 'POST', path: '/api/email-verifications', summary: 'Hand over the proof from the link that was sent to an e-mail address', who: 'anyone',
  body: z.object({ proof: z.string().max(200) }), answers: { 204: null }, refusals: ['verification-invalid', 'bad-request'],
});
