import type { NextApiRequest, NextApiResponse } from 'next';
import * as imported from 'next-auth';
import type { AuthOptions } from 'next-auth';
import { publicUrl } from '@/lib/config/environment';
import { cookiesOf } from '../cookies';

/** What next-auth answered, before it becomes our response. */
export type AuthAnswer = { readonly status: number; readonly headers: Headers; readonly json: unknown; readonly location: string | null };

export type AuthCall = { readonly action: string; readonly provider?: string; readonly form?: Record<string, string> };

/**
 * One call of next-auth 4, through its door for plain requests, so that no framework context is needed and no parameter
 * reaches it that we have not read first. Its memory of the last address (a cookie that it trusts too much) is left out.
 */
export async function askNextAuth(request: Request, { action, provider, form }: AuthCall, options: AuthOptions): Promise<AuthAnswer> {
  const answer = { status: 200, headers: new Headers(), json: null as unknown };
  const cookies = Object.fromEntries(Object.entries(cookiesOf(request)).filter(([name]) => !name.endsWith('callback-url')));
  const asked = { method: form === undefined ? 'GET' : 'POST', query: { nextauth: provider === undefined ? [action] : [action, provider] }, body: form, cookies, headers: Object.fromEntries(request.headers) };
  const recorder = {
    status: (status: number) => ((answer.status = status), recorder),
    getHeader: (name: string) => (name.toLowerCase() === 'set-cookie' ? answer.headers.getSetCookie() : answer.headers.get(name)),
    setHeader(name: string, value: string | readonly string[]) {
      answer.headers.delete(name);
      for (const each of [value].flat()) answer.headers.append(name, String(each));
      return recorder;
    },
    json: (json: unknown) => void (answer.json = json),
    send: (body: unknown) => void (answer.json = body),
    end: () => undefined,
  };
  await nextAuth(asked as unknown as NextApiRequest, recorder as unknown as NextApiResponse, options);

  const kept = answer.headers.getSetCookie().filter((cookie) => !/^[\w-]*next-auth\.callback-url=/.test(cookie));
  answer.headers.delete('set-cookie');
  for (const cookie of kept) answer.headers.append('set-cookie', cookie);
  const location = answer.headers.get('location');
  answer.headers.delete('location');
  return { ...answer, location: location === null ? null : location.replace(new URL(publicUrl()).origin, '') };
}

type Door = (request: NextApiRequest, response: NextApiResponse, options: AuthOptions) => Promise<void>;

// A CommonJS module: bundlers see its default export, native ESM sees its whole module.exports.
const outer = imported.default as unknown as Door | { readonly default: Door };
const nextAuth: Door = typeof outer === 'function' ? outer : outer.default;
