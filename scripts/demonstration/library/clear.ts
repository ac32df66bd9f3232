import { inTransaction } from '@/lib/adapters/postgres/transaction';
import { titleIds } from './shelves';

/**
 * A replay that was cut off half-way begins anew: what it wrote is removed. False, and nothing is removed, when somebody
 * real has borrowed or queued for one of its titles meanwhile: their loans are kept, and the history stays as it is.
 */
export async function clearUnfinished(): Promise<boolean> {
  return inTransaction(async (tx) => {
    const real = await tx.query(
      `SELECT 1 FROM (SELECT "memberId" FROM "Loan" WHERE "titleId" = ANY($1) UNION SELECT "memberId" FROM "Hold" WHERE "titleId" = ANY($1)) u
       LEFT JOIN "Member" m ON m."id" = u."memberId" WHERE m."demonstration" IS NOT TRUE LIMIT 1`,
      [titleIds],
    );
    if (real.rowCount !== 0) return false;
    for (const table of ['Message', 'Reading', 'SavedTitle', 'Turnaway', 'Hold', 'Loan', 'CopyUse']) await tx.query(`DELETE FROM "${table}" WHERE "titleId" = ANY($1)`, [titleIds]);
    // what was bought stays bought, and the log says so
    await tx.query(`DELETE FROM "LendingEvent" WHERE "titleId" = ANY($1) AND "kind" NOT IN ('licence-added', 'copy-added')`, [titleIds]);
    await tx.query(`UPDATE "Licence" SET "checkoutsUsed" = 0, "endedAt" = NULL, "endedBecause" = NULL, "endedReason" = NULL WHERE "titleId" = ANY($1)`, [titleIds]);
    await tx.query(`UPDATE "Title" SET "lendingChangedAt" = "createdAt", "borrowCount" = 0 WHERE "id" = ANY($1)`, [titleIds]);
    return true;
  });
}
