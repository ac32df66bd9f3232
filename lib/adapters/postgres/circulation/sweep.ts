import { randomUUID } from 'node:crypto';
import { theClock } from '@/lib/domain/actor';
import type { LendingChange } from '@/lib/domain/lending/changes';
import { settle } from '@/lib/domain/lending/settle';
import { inTransaction, type Send, type Tx } from '../transaction';
import { hasUncreditedOutage } from './change';
import { creditRunningOffers } from './credit';
import { isBarredAt, isEligibleAt, isSuspensionOverAt } from './eligible-sql';
import { loadCirculation } from './load';
import { saveCirculations, type Changed } from './save';

export const titlesAtOnce = 200;

export type Sweep = { readonly titleCount: number; readonly counts: Readonly<Partial<Record<LendingChange['kind'], number>>> };

/**
 * Settles every title on which time has decided something: up to 200 a transaction, locked in id order. Titles that
 * somebody else holds are skipped: whoever holds one settles it. May run twice, late and in two processes at once.
 */
export async function sweepCirculations({ at }: { at?: Date } = {}): Promise<Sweep> {
  if (at === undefined) await creditRunningOffers();
  const counts: Partial<Record<LendingChange['kind'], number>> = {};
  let titleCount = 0;
  let after: string | null = '00000000-0000-0000-0000-000000000000';
  while (after !== null) {
    const from: string = after;
    const batch = await inTransaction((tx, send) => sweepBatch(tx, send, from, at));
    titleCount += batch.changed.filter(({ changes }) => changes.length > 0).length;
    for (const { changes } of batch.changed) for (const { kind } of changes) counts[kind] = (counts[kind] ?? 0) + 1;
    after = batch.last;
  }
  return { titleCount, counts };
}

async function sweepBatch(tx: Tx, send: Send, after: string, at: Date | undefined): Promise<{ changed: Changed[]; last: string | null }> {
  const { rows } = await tx.query<{ id: string }>({ name: 'due-titles', text: dueTitles, values: [after, at ?? null] });
  const changed: Changed[] = [];
  const all = await Promise.all(rows.map(({ id }) => loadCirculation(tx, { titleId: id }, at)));
  for (const loaded of all) {
    if (loaded === null || (at === undefined && hasUncreditedOutage(loaded))) continue;
    const { after: settled, changes } = settle(loaded.circulation, { now: loaded.now, freshId: randomUUID });
    changed.push({ titleId: loaded.circulation.title.id, actor: theClock, before: loaded.circulation, after: settled, changes, now: loaded.now });
  }
  saveCirculations(send, changed);
  return { changed, last: rows.length < titlesAtOnce ? null : (rows.at(-1)?.id ?? null) };
}

// Each branch is a partial index: loans that are due, windows that are over, offers of the barred, withdrawn titles with a
// queue, licences that are over, loans that end with theirs, titles that everybody can have, and copies that stand free while somebody eligible waits (a block that ended, a sweep that was missed).
const dueTitles = `
WITH n AS MATERIALIZED (SELECT coalesce($2::timestamptz, lending_now()) AS "now"), due AS (
  SELECT l."titleId" FROM "Loan" l, n WHERE l."state" = 'active' AND l."dueAt" <= n."now"
  UNION SELECT h."titleId" FROM "Hold" h, n WHERE h."state" = 'ready' AND h."readyUntil" <= n."now"
  UNION SELECT h."titleId" FROM n, "Hold" h JOIN "Member" m ON m."id" = h."memberId" WHERE h."state" = 'ready'
    AND ${isBarredAt('n."now"')}
  UNION SELECT h."titleId" FROM n, "Hold" h WHERE h."state" = 'waiting' AND ${isSuspensionOverAt('n."now"')}
  UNION SELECT h."titleId" FROM "Hold" h JOIN "Title" t ON t."id" = h."titleId" WHERE h."state" IN ('waiting', 'ready') AND t."withdrawnAt" IS NOT NULL
  UNION SELECT l."titleId" FROM "Licence" l, n WHERE l."endedAt" IS NULL AND l."expiresAt" <= n."now"
  UNION SELECT h."titleId" FROM n, "Licence" l JOIN "Title" t ON t."id" = l."titleId" JOIN "Hold" h ON h."titleId" = l."titleId" AND h."state" = 'waiting'
    WHERE l."model" = 'simultaneous-use' AND l."endedAt" IS NULL AND t."publishedAt" <= n."now"
  UNION SELECT t."id" FROM "Title" t JOIN "Loan" l ON l."titleId" = t."id" AND l."state" = 'active' WHERE t."withdrawalEndsLoans"
  UNION SELECT i."titleId" FROM "Licence" i JOIN "Loan" l ON l."titleId" = i."titleId" AND l."state" = 'active'
    JOIN "CopyUse" u ON u."id" = l."id" AND u."licenceId" = i."id" WHERE i."endsLoans"
  UNION SELECT c."titleId" FROM n, "Copy" c JOIN "Licence" l ON l."id" = c."licenceId" WHERE c."retiredAt" IS NULL
    AND (l."checkoutsLimit" IS NULL OR l."checkoutsUsed" + (SELECT count(*) FROM "CopyUse" o WHERE o."titleId" = l."titleId" AND o."licenceId" = l."id" AND o."kind" = 'offer' AND o."until" > n."now") < l."checkoutsLimit")
    AND EXISTS (SELECT 1 FROM "Hold" h JOIN "Member" m ON m."id" = h."memberId"
      WHERE h."titleId" = c."titleId" AND h."state" = 'waiting' AND ${isEligibleAt('n."now"')})
    AND NOT EXISTS (SELECT 1 FROM "CopyUse" u WHERE u."copyId" = c."id" AND u."from" <= n."now" AND u."until" > n."now")
)
SELECT t."id" FROM "Title" t WHERE t."id" IN (SELECT "titleId" FROM due) AND t."id" > $1::uuid
ORDER BY t."id" LIMIT ${titlesAtOnce} FOR NO KEY UPDATE OF t SKIP LOCKED`;
