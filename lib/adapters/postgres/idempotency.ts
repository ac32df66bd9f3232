import type pg from 'pg';
import { fingerprint } from '../passwords/fingerprint';
import type { Outcome } from '@/lib/domain/outcome';
import { refuse } from '@/lib/domain/outcome';
import { reviveInstant } from '@/lib/domain/revive-instant';
import { pool } from './pool';
import type { Send } from './transaction';

/** A caller's key for one act; `request` is what the key stands for: the same key with another request is refused. */
export type IdempotencyKey = { readonly scope: string; readonly key: string; readonly request: unknown };

/**
 * Claims the key inside the caller's transaction: who holds it works on it, so a second call meanwhile is told that it is in
 * flight. Null: the key is ours, do the act and `keepAnswer`. A claim that was committed without an answer did nothing.
 */
export async function claimKey<T>(tx: pg.PoolClient, { scope, key, request }: IdempotencyKey): Promise<Outcome<T> | null> {
  // keyed: a body may hold a password
  const bodyHash = fingerprint('idempotency', JSON.stringify(request));
  const claimed = await tx.query<{ isOurs: boolean; isNew: boolean }>({
    name: 'claim-key',
    text: `WITH held AS MATERIALIZED (SELECT pg_try_advisory_xact_lock(hashtextextended($1 || chr(10) || $2, 42)) AS "isOurs"),
      claimed AS (INSERT INTO "IdempotencyKey" ("scope", "key", "bodyHash", "answer") SELECT $1, $2, $3, 'null' FROM held WHERE "isOurs" ON CONFLICT DO NOTHING RETURNING 1)
      SELECT "isOurs", EXISTS (SELECT 1 FROM claimed) AS "isNew" FROM held`,
    values: [scope, key, bodyHash],
  });
  if (claimed.rows[0]?.isOurs !== true) return refuse({ code: 'idempotency-key-in-flight' });
  if (claimed.rows[0].isNew) return null;
  const { rows } = await tx.query<{ bodyHash: string; answer: string }>({
    name: 'kept-answer',
    text: `SELECT "bodyHash", "answer"::text AS "answer" FROM "IdempotencyKey" WHERE "scope" = $1 AND "key" = $2`,
    values: [scope, key],
  });
  if (rows[0]?.bodyHash !== bodyHash) return refuse({ code: 'idempotency-key-reused' });
  return JSON.parse(rows[0].answer, reviveInstant) as Outcome<T> | null;
}

export function keepAnswer<T>(send: Send, { scope, key }: IdempotencyKey, answer: Outcome<T>): void {
  send({ name: 'keep-answer', text: `UPDATE "IdempotencyKey" SET "answer" = $3 WHERE "scope" = $1 AND "key" = $2`, values: [scope, key, JSON.stringify(answer)] });
}

/** A call that shall be tried again with the same key (too many tries) keeps none. */
export function releaseKey(send: Send, { scope, key }: IdempotencyKey): void {
  send({ name: 'release-key', text: `DELETE FROM "IdempotencyKey" WHERE "scope" = $1 AND "key" = $2`, values: [scope, key] });
}

/** A key is remembered for a day, or for as long as names are kept if that is less: an answer names a member's loan. */
export async function sweepKeys({ retentionMs, limit }: { readonly retentionMs: number; readonly limit: number }): Promise<number> {
  const swept = await pool().query(
    `DELETE FROM "IdempotencyKey" WHERE ("scope", "key") IN (
       SELECT "scope", "key" FROM "IdempotencyKey" WHERE "createdAt" < (SELECT lending_now()) - least(interval '1 day', $1 * interval '1 millisecond') LIMIT $2)`,
    [retentionMs, limit],
  );
  return swept.rowCount ?? 0;
}
