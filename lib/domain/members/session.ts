import { addMs, day, hour } from '../time';

/** A device stays logged in for 180 days from its last use. */
export const sessionLifeMs = 180 * day;

/** Use is written down at most once an hour, so that reading pages costs no writes. */
export const touchAfterMs = hour;

/** The cookie is renewed long before browsers drop it (they keep none longer than 400 days). */
export const renewCookieAfterMs = 30 * day;

export function isLoggedIn(session: { readonly lastUsedAt: Date; readonly endedAt: Date | null }, now: Date): boolean {
  return session.endedAt === null && now < addMs(session.lastUsedAt, sessionLifeMs);
}

export function isDueForTouch(session: { readonly lastUsedAt: Date }, now: Date): boolean {
  return addMs(session.lastUsedAt, touchAfterMs) <= now;
}
