import { second } from '../time';

/** A signed URL lives 120 seconds at most. */
export const urlLifetimeSeconds = 120;

export type UrlSpan = { readonly signedAt: Date; readonly expiresInSeconds: number; readonly expiresAt: Date };

/**
 * From when until when a URL is signed: 120 seconds at most and never beyond `dueAt`. S3 counts whole seconds, so it is
 * signed as of the second that runs. Null when not one whole second is left.
 */
export function urlSpan(now: Date, dueAt: Date): UrlSpan | null {
  const signedAt = Math.floor(now.getTime() / second) * second;
  const secondsLeft = Math.floor((dueAt.getTime() - signedAt) / second);
  if (now >= dueAt || secondsLeft < 1) return null;
  const expiresInSeconds = Math.min(urlLifetimeSeconds, secondsLeft);
  return { signedAt: new Date(signedAt), expiresInSeconds, expiresAt: new Date(signedAt + expiresInSeconds * second) };
}
