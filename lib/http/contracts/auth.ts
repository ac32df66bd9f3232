import { z } from 'zod';
import { contract } from '../contract';

const session = z.object({ expires: z.iso.datetime(), user: z.object({ name: z.string(), memberNumber: z.string(), role: z.string() }) }).or(z.object({}));

export const csrfCall = contract({
  method: 'GET',
  path: '/api/auth/csrf',
  summary: "next-auth's token for the next form post; sets its cookie",
  who: 'anyone',
  answers: { 200: z.object({ csrfToken: z.string() }) },
});

export const logInCall = contract({
  method: 'POST',
  path: '/api/auth/callback/credentials',
  keyed: 'never',
  summary: 'Log in: form fields csrfToken, identifier (e-mail or member number), password, json=true, callbackUrl',
  who: 'anyone',
  answers: { 200: z.object({ url: z.string() }), 303: null },
  refusals: ['wrong-credentials', 'too-many-tries', 'wrong-media-type', 'wrong-origin', 'body-too-large', 'malformed-json', 'away'],
});

export const logOutCall = contract({
  method: 'POST',
  path: '/api/auth/signout',
  keyed: 'never',
  summary: 'Log out: form fields csrfToken, json=true, callbackUrl; the session ends at once',
  who: 'anyone',
  answers: { 200: z.object({ url: z.string() }), 303: null },
  refusals: ['wrong-origin', 'wrong-media-type'],
});

export const logOutPageCall = contract({
  method: 'GET',
  path: '/api/auth/signout',
  keyed: 'never',
  summary: 'On to the page where one logs out; a GET logs nobody out',
  who: 'anyone',
  answers: { 303: null },
});

export const logInPageCall = contract({
  method: 'GET',
  path: '/api/auth/signin',
  summary: 'On to the log-in page',
  who: 'anyone',
  answers: { 303: null },
});

export const sessionCall = contract({
  method: 'GET',
  path: '/api/auth/session',
  summary: 'Who is logged in, as next-auth answers it; {} for nobody',
  who: 'anyone',
  answers: { 200: session },
});

export const providersCall = contract({
  method: 'GET',
  path: '/api/auth/providers',
  summary: 'The one way to log in, as next-auth names it',
  who: 'anyone',
  answers: { 200: z.object({ credentials: z.object({ id: z.string(), name: z.string(), type: z.string() }) }) },
});
