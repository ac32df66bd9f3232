import { publicUrl } from '@/lib/config/environment';
import type { Refusal } from '@/lib/domain/refusal';
import type { Locale } from '@/lib/i18n/locale';
import { logIn } from '@/lib/operations/members/log-in';
import { clientAddress } from '../client-address';
import { cookieOf, setCookie } from '../cookies';
import { readForm } from '../form';
import { problem } from '../problem';
import { cookieLifeSeconds, isSecure } from '../session-token';
import { withOwnCsrf } from './csrf';
import { askNextAuth, type AuthAnswer } from './next-auth';
import { nextAddress } from './next-address';
import { authOptions } from './options';

/** Tokens of accounts that have logged in on this device; they spare it other people's delays and open nothing. */
export const deviceCookie = 'pinjam-device';
const accountsPerDevice = 8;

/**
 * next-auth's credentials log-in: `json=true` answers JSON (200, 401, 429), a plain form post is sent on to a page.
 * A refusal keeps what was typed, but for the password.
 */
export async function answerLogIn(request: Request, locale: Locale): Promise<Response> {
  const read = await readForm(request);
  if (!read.ok) return problem(read.refusal, locale);
  const typed = read.value;
  const identifier = (typed.identifier ?? '').slice(0, 300);
  const wantsJson = typed.json === 'true';
  const known = (cookieOf(request, deviceCookie) ?? '').split('.').filter((token) => token !== '').slice(0, accountsPerDevice);

  const happened: { refusal: Refusal | null; error: unknown; deviceToken: string | null } = { refusal: null, error: undefined, deviceToken: null };
  const options = authOptions(async () => {
    try {
      const outcome = await logIn({ identifier, password: (typed.password ?? '').slice(0, 1000), address: clientAddress(request.headers), deviceTokens: known, userAgent: request.headers.get('user-agent') });
      if (!outcome.ok) return ((happened.refusal = outcome.refusal), null);
      happened.deviceToken = outcome.value.deviceToken;
      return { id: outcome.value.sessionId };
    } catch (error) {
      happened.error = error;
      return null;
    }
  });
  const asked = withOwnCsrf(request, typed);
  const form = { ...asked.form, callbackUrl: nextAddress(typed.callbackUrl, publicUrl()) };
  const answer = await askNextAuth(asked.request, { action: 'callback', provider: 'credentials', form }, options);
  if (happened.error !== undefined) throw happened.error;
  if (happened.refusal !== null) return refused(happened.refusal, answer, { identifier, next: form.callbackUrl, wantsJson, locale });
  if (happened.deviceToken !== null) {
    const tokens = [happened.deviceToken, ...known.filter((token) => token !== happened.deviceToken)].slice(0, accountsPerDevice);
    answer.headers.append('set-cookie', setCookie(deviceCookie, tokens.join('.'), { maxAgeSeconds: cookieLifeSeconds, secure: isSecure() }));
  }
  return responseTo(answer);
}

/** JSON as it came, or on to the page that next-auth names, by a path, so that it works under any name of this host. */
export function responseTo(answer: AuthAnswer): Response {
  answer.headers.set('cache-control', 'no-store');
  if (answer.location === null) return Response.json(answer.json, { status: answer.status, headers: answer.headers });
  answer.headers.set('location', answer.location);
  return new Response(null, { status: 303, headers: answer.headers });
}

type Typed = { readonly identifier: string; readonly next: string; readonly wantsJson: boolean; readonly locale: Locale };

function refused(refusal: Refusal, answer: AuthAnswer, { identifier, next, wantsJson, locale }: Typed): Response {
  if (wantsJson) return problem(refusal, locale, answer.json ?? undefined);
  const headers = new Headers({ 'cache-control': 'no-store', location: `/login?${new URLSearchParams({ error: refusal.code, next })}` });
  if (refusal.code === 'too-many-tries') headers.set('retry-after', String(refusal.retryAfterSeconds));
  headers.append('set-cookie', setCookie(typedCookie, identifier, { maxAgeSeconds: 60, secure: isSecure() }));
  return new Response(null, { status: 303, headers });
}

/** What a form without JavaScript had in it, for one minute; it goes into no address and so into no log. */
export const typedCookie = 'pinjam-typed';
