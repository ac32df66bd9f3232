import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';
import { environment, publicUrl } from '@/lib/config/environment';
import { day } from '@/lib/domain/time';

/** Browsers keep a cookie 400 days at most; the session's row decides when it really ends. */
export const cookieLifeSeconds = (400 * day) / 1000;

export function isSecure(): boolean {
  return publicUrl().startsWith('https:');
}

/** next-auth's own name for it, so that its routes and ours read the same cookie. */
export function sessionCookieName(): string {
  return isSecure() ? '__Secure-next-auth.session-token' : 'next-auth.session-token';
}

export function sessionSecret(): string {
  const { NEXTAUTH_SECRET } = environment();
  if (NEXTAUTH_SECRET === undefined) throw new Error('NEXTAUTH_SECRET is not set');
  return NEXTAUTH_SECRET;
}

const payload = z.object({ sid: z.uuid(), iat: z.number() });

/** The session that a token names and when it was issued; null for anything that is not ours. */
export async function readToken(token: string | undefined): Promise<{ readonly sessionId: string; readonly issuedAt: Date } | null> {
  if (token === undefined || token === '') return null;
  try {
    const { sid, iat } = payload.parse(await decode({ token, secret: sessionSecret() }));
    return { sessionId: sid, issuedAt: new Date(iat * 1000) };
  } catch {
    return null;
  }
}

export async function tokenFor(sessionId: string): Promise<string> {
  return encode({ token: { sid: sessionId }, secret: sessionSecret(), maxAge: cookieLifeSeconds });
}
