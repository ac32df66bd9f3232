import { theClock } from '@/lib/domain/actor';
import { applyAll } from '@/lib/domain/lending/apply';
import { creditOutage, outageBetween } from '@/lib/domain/lending/outage';
import type { Span } from '@/lib/domain/time';
import { inTransaction, type Send, type Tx } from '../transaction';
import { loadCirculations } from './load';
import { saveCirculations, type Changed } from './save';

const titlesAtOnce = 200;

/** One beat of the heartbeat: notes a silence before it as an outage and credits the offers that ran during it (rule 4). */
export async function creditRunningOffers(): Promise<void> {
  await inTransaction(beat);
  for (let more = true; more; ) more = await inTransaction(creditBatch);
}

async function beat(tx: Tx): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', ['pinjam-outage']);
  const { rows } = await tx.query<{ at: Date | null; now: Date }>('SELECT (SELECT "at" FROM "Heartbeat") AS "at", lending_now() AS "now"');
  const { at, now } = rows[0] ?? { at: null, now: new Date(NaN) };
  const silence = at === null ? null : outageBetween(at, now);
  if (silence !== null) await tx.query('INSERT INTO "Outage" ("from", "until") VALUES ($1, $2) ON CONFLICT DO NOTHING', [silence.from, silence.until]);
  await tx.query('INSERT INTO "Heartbeat" ("id", "at") VALUES (1, $1) ON CONFLICT ("id") DO UPDATE SET "at" = greatest("Heartbeat"."at", excluded."at")', [now]);
}

/** Credits up to 200 titles of the oldest open outage; true while there is more to do. Its events keep it from crediting twice. */
async function creditBatch(tx: Tx, send: Send): Promise<boolean> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', ['pinjam-outage']);
  const outage = (await tx.query<Span & { id: string }>('SELECT "id", "from", "until" FROM "Outage" WHERE "creditedAt" IS NULL ORDER BY "from" LIMIT 1')).rows[0];
  if (outage === undefined) return false;
  const { rows } = await tx.query<{ id: string; holdIds: string[] }>(
    `SELECT t."id", (SELECT array_agg(h."id") ${uncredited} AND h."titleId" = t."id") AS "holdIds"
     FROM "Title" t WHERE t."id" IN (SELECT h."titleId" ${uncredited})
     ORDER BY t."id" LIMIT ${titlesAtOnce} FOR NO KEY UPDATE OF t`,
    [outage.id, outage.from, outage.until],
  );
  if (rows.length === 0) {
    await tx.query('UPDATE "Outage" SET "creditedAt" = lending_now() WHERE "id" = $1', [outage.id]);
    return true;
  }
  const due = new Set(rows.flatMap(({ holdIds }) => holdIds));
  const changed = (await loadCirculations(tx, rows.map(({ id }) => id))).map(({ circulation: before, now }): Changed => {
    const { changes } = creditOutage({ ...before, holds: before.holds.filter(({ id }) => due.has(id)) }, outage, now);
    return { titleId: before.title.id, actor: theClock, before, after: applyAll(before, changes), changes, now };
  });
  saveCirculations(send, changed);
  return true;
}

// The offers that ran during outage $1, from $2 until $3, and have no event of its credit yet.
const uncredited = `FROM "Hold" h WHERE h."state" = 'ready' AND h."readyAt" < $3 AND h."readyUntil" > $2
  AND NOT EXISTS (SELECT 1 FROM "LendingEvent" e WHERE e."holdId" = h."id" AND e."kind" = 'offer-extended' AND e."facts"->>'outageId' = $1)`;
