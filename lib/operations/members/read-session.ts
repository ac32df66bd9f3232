import { findSession, touchSession } from '@/lib/adapters/postgres/sessions';
import { environment } from '@/lib/config/environment';
import type { Caller } from '@/lib/domain/members/caller';
import { isDueForTouch, isLoggedIn } from '@/lib/domain/members/session';
import { log } from '@/lib/log';

/** Who this session belongs to at this moment, or null: ended, run out, account gone, or of a demonstration that is off. */
export async function readSession(sessionId: string): Promise<Caller | null> {
  const session = await findSession(sessionId);
  if (session === null || !isLoggedIn(session, session.now)) return null;
  if (session.demonstration && environment().DEMO === '0') return null;
  // nobody waits for the book-keeping, and nothing is lost when it fails
  if (isDueForTouch(session, session.now)) touchSession(sessionId).catch((error: unknown) => log.warn({ err: error }, 'session not touched'));
  const { memberId, memberNumber, name, role } = session;
  return { memberId, memberNumber, name, role, sessionId };
}
