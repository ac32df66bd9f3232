import { oneMoreTry, type TryLimit } from '@/lib/domain/members/tries';
import { pool } from './pool';
import { inTransaction } from './transaction';

/** One key to count under, and its limit. */
export type CountedKey = { readonly key: string; readonly limit: TryLimit };

/**
 * Counts one more try under every key, before the try is looked at, so that a thousand at once are not all the first.
 * When one key says wait, none is counted. Locked in key order; the clock is read after the locks.
 */
export async function countTry(keys: readonly CountedKey[]): Promise<{ readonly waitMs: number }> {
  const inOrder = [...keys].sort((a, b) => (a.key < b.key ? -1 : 1));
  return inTransaction(async (tx) => {
    await tx.query(
      `INSERT INTO "RateLimit" ("key", "failureCount", "windowFrom", "blockedUntil")
       SELECT k, 0, '-infinity', '-infinity' FROM unnest($1::text[]) AS k ON CONFLICT ("key") DO UPDATE SET "key" = EXCLUDED."key"`,
      [inOrder.map(({ key }) => key)],
    );
    const known = await tx.query<{ key: string; count: number; windowFrom: Date | number; blockedUntil: Date | number; now: Date }>(
      `SELECT "key", "failureCount" AS "count", "windowFrom", "blockedUntil", lending_now() AS "now" FROM "RateLimit" WHERE "key" = ANY($1)`,
      [inOrder.map(({ key }) => key)],
    );
    const verdicts = inOrder.map(({ key, limit }) => {
      const row = known.rows.find((each) => each.key === key);
      const now = row?.now ?? new Date(0);
      const tries = row === undefined || row.count === 0 ? null : { count: row.count, windowFrom: new Date(row.windowFrom), blockedUntil: new Date(row.blockedUntil) };
      return { key, verdict: oneMoreTry(limit, tries, now) };
    });
    const waitMs = Math.max(0, ...verdicts.map(({ verdict }) => (verdict.allowed ? 0 : verdict.waitMs)));
    if (waitMs > 0) return { waitMs };
    for (const { key, verdict } of verdicts) {
      if (!verdict.allowed) continue;
      await tx.query(`UPDATE "RateLimit" SET "failureCount" = $2, "windowFrom" = $3, "blockedUntil" = $4 WHERE "key" = $1`, [
        key,
        verdict.tries.count,
        verdict.tries.windowFrom,
        verdict.tries.blockedUntil,
      ]);
    }
    return { waitMs: 0 };
  });
}

/** The try was right: what was counted against this account is forgotten, what was counted against the address taken back. */
export async function forgiveTry(forget: readonly string[], takeBack: readonly string[]): Promise<void> {
  await pool().query(
    `WITH gone AS (DELETE FROM "RateLimit" WHERE "key" = ANY($1))
     UPDATE "RateLimit" SET "failureCount" = greatest(0, "failureCount" - 1) WHERE "key" = ANY($2)`,
    [forget, takeBack],
  );
}

/** Rows that no longer matter; the longest window is an hour. */
export async function sweepTries(): Promise<number> {
  const swept = await pool().query(`DELETE FROM "RateLimit" WHERE "windowFrom" < lending_now() - interval '1 day'`);
  return swept.rowCount ?? 0;
}
