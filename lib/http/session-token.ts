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

const payload = z.object({ sid: z.uuid(), iat: z.number(), exp: z.number() });

type Named = { readonly sessionId: string; readonly issuedAt: Date; readonly expiresAt: Date };

// Deriving the key and decrypting costs more than asking the database for the session, and a token never changes its
// meaning: whether its session still stands is asked each time.
const read = new Map<string, Named>();
const rememberedAtMost = 5000;

/** The session that a token names and when it was issued; null for anything that is not ours. */
export async function readToken(token: string | undefined): Promise<Named | null> {
  if (token === undefined || token === '') return null;
  const named = read.get(token) ?? (await decrypted(token));
  return named === null || named.expiresAt.getTime() <= Date.now() ? null : named;
}

async function decrypted(token: string): Promise<Named | null> {
  try {
    const { sid, iat, exp } = payload.parse(await decode({ token, secret: sessionSecret() }));
    const named = { sessionId: sid, issuedAt: new Date(iat * 1000), expiresAt: new Date(exp * 1000) };
    if (read.size >= rememberedAtMost) read.clear();
    read.set(token, named);
    return named;
  } catch {
    return null;
  }
}

export async function tokenFor(sessionId: string): Promise<string> {
  return encode({ token: { sid: sessionId }, secret: sessionSecret(), maxAge: cookieLifeSeconds });
}
