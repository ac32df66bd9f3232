import { randomBytes } from 'node:crypto';
import { isbot } from 'isbot';
import { countVisit } from '@/lib/adapters/postgres/visits';
import { environment } from '@/lib/config/environment';

/** How a browser is told from others for one day: by the random word it keeps for today, else by address and kind. */
export type Visitor = { readonly token: string | null; readonly address: string; readonly userAgent: string | null; readonly language: string | null };

/** A visit is one browser a library day, robots out. True when it was counted now. */
export async function recordVisit({ token, address, userAgent, language }: Visitor, time?: { at: Date }): Promise<boolean> {
  if (userAgent === null || userAgent === '' || isbot(userAgent)) return false;
  const visitor = token === null ? JSON.stringify([address, userAgent, language]) : JSON.stringify([token]);
  return countVisit(visitor, { timeZone: environment().TIME_ZONE, freshSalt: randomBytes(32).toString('hex'), at: time?.at });
}
