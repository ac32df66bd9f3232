import { endOneSession } from '@/lib/adapters/postgres/sessions';
import { granted, refuse, type Outcome } from '@/lib/domain/outcome';

/** Logs a device out. Ending an ended session is an answer, not an error; somebody else's is not found. */
export async function endSession(by: { readonly memberId: string }, sessionId: string): Promise<Outcome<null>> {
  return (await endOneSession(by.memberId, sessionId)) ? granted(null) : refuse({ code: 'not-found' });
}
