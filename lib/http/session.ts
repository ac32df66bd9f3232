import { cookies } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { mayCall, type Caller, type Role } from '@/lib/domain/members/caller';
import { renewCookieAfterMs } from '@/lib/domain/members/session';
import { readSession } from '@/lib/operations/members/read-session';
import { cookieOf, setCookie } from './cookies';
import { cookieLifeSeconds, isSecure, readToken, sessionCookieName, tokenFor } from './session-token';

/**
 * Who calls, by the session cookie and the database as it stands now. Route handlers hand in their request; pages call it
 * without, and however many components of one page ask, the database is asked once.
 */
export async function callerOf(request?: Request): Promise<Caller | null> {
  if (request === undefined) return callerOfPage();
  return callerByToken(cookieOf(request, sessionCookieName()));
}

/**
 * The session's cookie again, once it is a month old: browsers drop one after 400 days, however often it is used. Only for
 * calls that change something: an answer to those is never kept by a cache.
 */
export async function renewCookie(response: Response, request: Request, caller: Caller): Promise<void> {
  const name = sessionCookieName();
  const named = await readToken(cookieOf(request, name));
  if (named === null || Date.now() - named.issuedAt.getTime() < renewCookieAfterMs) return;
  if (response.headers.getSetCookie().some((cookie) => cookie.startsWith(`${name}=`))) return;
  response.headers.append('set-cookie', setCookie(name, await tokenFor(caller.sessionId), { maxAgeSeconds: cookieLifeSeconds, secure: isSecure() }));
}

/** For pages: the caller, or the way to the log-in page and back; whoever has not the role finds nothing here. */
export async function requireCaller(who: Role, path: string): Promise<Caller> {
  const caller = await callerOf();
  if (caller === null) redirect(`/login?next=${encodeURIComponent(path)}`);
  if (!mayCall(who, caller)) notFound();
  return caller;
}

const callerOfPage = cache(async () => callerByToken((await cookies()).get(sessionCookieName())?.value));

async function callerByToken(token: string | undefined): Promise<Caller | null> {
  const named = await readToken(token);
  return named === null ? null : readSession(named.sessionId);
}
