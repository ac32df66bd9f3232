import type { Reading } from '@/lib/domain/reading/position';
import { pool } from './pool';

export type OwnReadings = { readonly owns: boolean; readonly readings: readonly Reading[]; readonly now: Date };

/** What a member's devices saved of a title. The owner is who has or had it on loan, or has saved a place in it. */
export async function readingsOf(memberId: string, titleId: string): Promise<OwnReadings> {
  const { rows } = await pool().query<{ now: Date; owns: boolean; readings: readonly StoredReading[] }>({
    name: 'readings-of',
    text: `SELECT lending_now() AS now,
             EXISTS (SELECT 1 FROM "Loan" WHERE "memberId" = $1 AND "titleId" = $2) AS owns,
             coalesce((SELECT json_agg(json_build_object('deviceId', "deviceId", 'deviceName', "deviceName", 'position', "position", 'savedAt', "savedAt")
               ORDER BY "savedAt" DESC) FROM "Reading" WHERE "memberId" = $1 AND "titleId" = $2), '[]') AS readings`,
    values: [memberId, titleId],
  });
  const [row] = rows;
  if (row === undefined) throw new Error('a SELECT without FROM gave no row');
  return { owns: row.owns || row.readings.length > 0, readings: row.readings.map((stored) => ({ ...stored, savedAt: new Date(stored.savedAt) })), now: row.now };
}

/** Stores a save unless a later one of the same device has come in meanwhile. */
export async function storeReading(memberId: string, titleId: string, reading: Reading): Promise<void> {
  await pool().query({
    name: 'store-reading',
    text: `INSERT INTO "Reading" ("memberId", "titleId", "deviceId", "deviceName", "position", "savedAt") VALUES ($1, $2, $3, $4, $5, $6)
           ON CONFLICT ("memberId", "titleId", "deviceId") DO UPDATE
             SET "deviceName" = excluded."deviceName", "position" = excluded."position", "savedAt" = excluded."savedAt", "storedAt" = lending_now()
             WHERE "Reading"."savedAt" <= excluded."savedAt"`,
    values: [memberId, titleId, reading.deviceId, reading.deviceName, JSON.stringify(reading.position), reading.savedAt],
  });
}

/**
 * Notes that the running loan of a title was opened. Of a loan this touches only the two facts of reading, never its
 * lending, so it needs no title lock.
 */
export async function noteOpened(memberId: string, titleId: string): Promise<void> {
  await pool().query({
    name: 'note-opened',
    text: `UPDATE "Loan" SET "firstOpenedAt" = coalesce("firstOpenedAt", lending_now()), "lastOpenedAt" = lending_now()
           WHERE "memberId" = $1 AND "titleId" = $2 AND "state" = 'active' AND lending_now() < "dueAt"`,
    values: [memberId, titleId],
  });
}

type StoredReading = Omit<Reading, 'savedAt'> & { readonly savedAt: string };
