import type { Role } from '@/lib/domain/members/caller';
import { pool } from './pool';
import type { Tx } from './transaction';

export type SessionRow = {
  sessionId: string;
  memberId: string;
  memberNumber: string;
  name: string;
  role: Role;
  demonstration: boolean;
  lastUsedAt: Date;
  endedAt: Date | null;
  now: Date;
};

/** A session with its living member, in one statement: every page and call asks this. */
export async function findSession(sessionId: string): Promise<SessionRow | null> {
  const found = await pool().query<SessionRow>({
    name: 'find-session',
    text: `SELECT s."id" AS "sessionId", m."id" AS "memberId", m."memberNumber", m."name", m."role", m."demonstration", s."lastUsedAt", s."endedAt", lending_now() AS "now"
           FROM "Session" s JOIN "Member" m ON m."id" = s."memberId" WHERE s."id" = $1 AND m."erasedAt" IS NULL`,
    values: [sessionId],
  });
  return found.rows[0] ?? null;
}

/** Two processes may both try; the second finds it done. */
export async function touchSession(sessionId: string): Promise<void> {
  await pool().query(`UPDATE "Session" SET "lastUsedAt" = lending_now() WHERE "id" = $1 AND "lastUsedAt" < lending_now() - interval '1 hour' AND "endedAt" IS NULL`, [sessionId]);
}

/** Opens a session for who knew this password; null when it was changed in the meantime. FOR SHARE waits for such a change. */
export async function insertSession({ memberId, passwordHash, userAgent }: { readonly memberId: string; readonly passwordHash: string; readonly userAgent: string | null }): Promise<string | null> {
  const made = await pool().query<{ id: string }>(
    `WITH m AS (SELECT "id" FROM "Member" WHERE "id" = $1 AND "passwordHash" = $2 AND "erasedAt" IS NULL FOR SHARE)
     INSERT INTO "Session" ("memberId", "userAgent") SELECT "id", $3 FROM m RETURNING "id"`,
    [memberId, passwordHash, userAgent?.slice(0, 300) ?? null],
  );
  return made.rows[0]?.id ?? null;
}

/** Ends one session of this member; nothing happens to somebody else's. True when there is such a session. */
export async function endOneSession(memberId: string, sessionId: string): Promise<boolean> {
  const ended = await pool().query(`UPDATE "Session" SET "endedAt" = coalesce("endedAt", lending_now()) WHERE "id" = $1 AND "memberId" = $2`, [sessionId, memberId]);
  return ended.rowCount === 1;
}

/** Ends all sessions of a member, but perhaps for the one that asks. */
export async function endSessions(tx: Tx, memberId: string, exceptSessionId: string | null): Promise<void> {
  await tx.query(`UPDATE "Session" SET "endedAt" = lending_now() WHERE "memberId" = $1 AND "endedAt" IS NULL AND "id" IS DISTINCT FROM $2::uuid`, [memberId, exceptSessionId]);
}

export type DeviceRow = { id: string; userAgent: string | null; createdAt: Date; lastUsedAt: Date };

export async function listSessions(memberId: string): Promise<DeviceRow[]> {
  const found = await pool().query<DeviceRow>(
    `SELECT "id", "userAgent", "createdAt", "lastUsedAt" FROM "Session"
     WHERE "memberId" = $1 AND "endedAt" IS NULL AND "lastUsedAt" > lending_now() - interval '180 days' ORDER BY "lastUsedAt" DESC, "id" LIMIT 100`,
    [memberId],
  );
  return found.rows;
}

/** Sessions that ended or ran out more than a month ago. */
export async function sweepSessions(): Promise<number> {
  // the clock in a query of its own: what may answer otherwise for each row is compared with every row, not looked up
  const swept = await pool().query(`DELETE FROM "Session" WHERE "lastUsedAt" < (SELECT lending_now()) - interval '210 days' OR "endedAt" < (SELECT lending_now()) - interval '30 days'`);
  return swept.rowCount ?? 0;
}
