import { headers } from 'next/headers';

/** What the browser says of itself; only to leave out what a small screen would hide. */
export async function isOnPhone(): Promise<boolean> {
  return /\bMobi/.test((await headers()).get('user-agent') ?? '');
}
