import { z } from 'zod';
import { contract } from '../contract';
import { deviceListSchema, meSchema, passwordSchema, profileChangeSchema } from '../schemas/member';

export const readMeCall = contract({ method: 'GET', path: '/api/me', summary: 'Profile, role, limits, channels', who: 'member', answers: { 200: meSchema } });

export const changeMeCall = contract({
  method: 'PATCH', path: '/api/me', summary: 'Change what the library knows of you; a missing key stays, null empties', who: 'member', body: profileChangeSchema,
  answers: { 200: meSchema }, refusals: ['email-taken', 'bad-request'],
});

export const requestVerificationCall = contract({
  method: 'POST', path: '/api/me/email-verification', summary: 'Send the link that proves your e-mail address once more', who: 'member', answers: { 202: z.object({}) }, refusals: ['too-many-tries'],
});

export const changePasswordCall = contract({
  method: 'PUT', path: '/api/me/password', summary: 'A new password; all other devices are logged out at once', who: 'member',
  body: z.object({ current: z.string('current').max(1000, 'current'), password: passwordSchema }), answers: { 204: null }, refusals: ['wrong-password', 'bad-request', 'too-many-tries'],
});

export const eraseMeCall = contract({
  method: 'DELETE', path: '/api/me', summary: 'Delete the account: loans are returned, offers released, holds cancelled, reading erased', who: 'member',
  answers: { 204: null }, refusals: ['last-admin'],
});

export const listDevicesCall = contract({ method: 'GET', path: '/api/me/sessions', summary: 'Devices on which you are logged in', who: 'member', answers: { 200: deviceListSchema } });

export const endDeviceCall = contract({
  method: 'DELETE', path: '/api/me/sessions/{id}', summary: 'Log out there', who: 'member', params: z.object({ id: z.uuid() }), answers: { 204: null }, refusals: ['not-found'],
});
