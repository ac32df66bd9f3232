import { listSessions, type DeviceRow } from '@/lib/adapters/postgres/sessions';

export type Device = DeviceRow & { readonly current: boolean };

/** Where a member is logged in, last used first. */
export async function listDevices(caller: { readonly memberId: string; readonly sessionId: string }): Promise<readonly Device[]> {
  const sessions = await listSessions(caller.memberId);
  return sessions.map((session) => ({ ...session, current: session.id === caller.sessionId }));
}
