import type { Caller } from '@/lib/domain/members/caller';

/** Who calls, by the session cookie and the database. Filled in with members and sessions. */
export async function callerOf(_request?: Request): Promise<Caller | null> {
  return null;
}
