import { createHash, randomBytes } from 'node:crypto';
import { publicUrl } from '@/lib/config/environment';
import { isOwnOrigin } from '../origin';
import { isSecure, sessionSecret } from '../session-token';

const cookieName = () => `${isSecure() ? '__Host-' : ''}next-auth.csrf-token`;

/**
 * A page's plain form cannot fetch next-auth's token first. A browser names the origin of such a post, and the route has
 * checked it: then the token is supplied here. A post that names no origin needs next-auth's own.
 */
export function withOwnCsrf(request: Request, form: Record<string, string>): { readonly request: Request; readonly form: Record<string, string> } {
  if (form.csrfToken !== undefined || request.headers.get('origin') === null || !isOwnOrigin(request, publicUrl())) return { request, form };
  const csrfToken = randomBytes(32).toString('hex');
  const hash = createHash('sha256').update(`${csrfToken}${sessionSecret()}`).digest('hex');
  const headers = new Headers(request.headers);
  headers.set('cookie', `${cookieName()}=${csrfToken}|${hash}; ${(headers.get('cookie') ?? '').replace(/[\w-]*next-auth\.csrf-token=[^;]*;?\s*/g, '')}`);
  return { request: new Request(request.url, { headers }), form: { ...form, csrfToken } };
}
