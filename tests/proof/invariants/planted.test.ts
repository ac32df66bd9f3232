import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import type { Tx } from '@/lib/adapters/postgres/transaction';
import { returnLoan } from '@/lib/operations/lending/return-loan';
import { settleDue } from '@/lib/operations/lending/settle-due';
import { aHold, aLoan, aMember, aTitle, byMember, rowsOf, setPolicy } from '../../support/world';

afterAll(closePool);

/** What the view says after `harm` was done to it with the guards off; nothing of it stays. */
async function linesAfter(harm: (tx: Tx) => Promise<unknown>): Promise<string[]> {
  const tx = await pool().connect();
  try {
    await tx.query('BEGIN');
    await tx.query('SET LOCAL session_replication_role = replica');
    await harm(tx);
    const { rows } = await tx.query<{ line: string }>('SELECT DISTINCT "line" FROM "invariant_violations" ORDER BY "line"');
    return rows.map(({ line }) => line);
  } finally {
    await tx.query('ROLLBACK');
    tx.release();
  }
}

/** As a hand in psql would that takes the guards away first. */
async function withoutGuards(tx: Tx): Promise<void> {
  await tx.query(`ALTER TABLE "CopyUse" DROP CONSTRAINT "CopyUse_one_use_at_a_time"`);
  await tx.query(`DROP INDEX "Loan_one_active_per_member_and_title", "Hold_one_open_per_member_and_title"`);
}

const lend = (tx: Tx, loan: { titleId: string; memberId: string; copyId: string; licenceId: string; from?: string; until?: string }) =>
  tx.query(
    `WITH use AS (INSERT INTO "CopyUse" ("id", "titleId", "licenceId", "copyId", "kind", "from", "until") VALUES ($1, $2, $3, $4, 'loan', $6, $7)),
      event AS (INSERT INTO "LendingEvent" ("titleId", "at", "kind", "actorKind", "channel", "loanId") VALUES ($2, $6, 'loan-began', 'member', 'web', $1))
     INSERT INTO "Loan" ("id", "titleId", "memberId", "borrowedAt", "dueAt") VALUES ($1, $2, $5, $6, $7)`,
    [randomUUID(), loan.titleId, loan.licenceId, loan.copyId, loan.memberId, loan.from ?? new Date(Math.floor(Date.now() / 1000) * 1000), loan.until ?? new Date(Math.ceil(Date.now() / 1000) * 1000 + 86_400_000)],
  );

/** A title whose one copy is lent, a second member waiting, a third with an offer of another copy. */
async function aBusyTitle() {
  const titleId = await aTitle({ copies: 2 });
  const [lender, offered, waiting, outsider] = await Promise.all([aMember(), aMember(), aMember(), aMember()]);
  const loan = await aLoan(titleId, lender);
  const other = await aLoan(titleId, outsider);
  const hold = await aHold(titleId, offered);
  const last = await aHold(titleId, waiting);
  await returnLoan(other.id, outsider, byMember(outsider));
  const copies = await rowsOf<{ id: string; licenceId: string }>(`SELECT c."id", c."licenceId" FROM "Copy" c WHERE c."titleId" = $1 ORDER BY c."id" = (SELECT "copyId" FROM "CopyUse" WHERE "id" = $2) DESC`, [titleId, loan.id]);
  const [lent, aside] = copies;
  if (lent === undefined || aside === undefined) throw new Error('two copies');
  return { titleId, lender, offered, waiting, outsider, loanId: loan.id, returnedId: other.id, holdId: hold.id, waitingId: last.id, copyId: lent.id, asideId: aside.id, licenceId: lent.licenceId };
}

/** As if a sweep had run to its end just now, in the time of which nothing was done. */
const sweepRan = (tx: Tx) =>
  tx.query(`INSERT INTO "TaskRun" ("task", "dueAt", "startedAt", "finishedAt") SELECT 'settle-due', n, n, n FROM date_trunc('milliseconds', now()) n`);

let busy: Awaited<ReturnType<typeof aBusyTitle>>;
beforeEach(async () => {
  busy = await aBusyTitle();
});

test('nothing is violated where the rules were kept', async () => {
  await settleDue();
  expect(await linesAfter(sweepRan)).toEqual([]);
});

describe('a planted violation is seen:', () => {
  test('a copy lent to two members at the same instant', async () => {
    const { titleId, copyId, licenceId, outsider } = busy;
    expect(await linesAfter(async (tx) => [await withoutGuards(tx), await lend(tx, { titleId, copyId, licenceId, memberId: outsider })])).toEqual(
      expect.arrayContaining(['copy-twice', 'licence-exceeded']),
    );
  });

  test('more copies in use than the licence allows at one instant of the past, each by itself in order', async () => {
    const { titleId, licenceId, outsider } = busy;
    const harm = async (tx: Tx) => {
      const { rows } = await tx.query<{ id: string }>(`INSERT INTO "Copy" ("titleId", "licenceId", "addedAt", "retiringAt", "retiredAt") VALUES ($1, $2, '2019-01-01', '2019-01-02', '2019-01-02') RETURNING "id"`, [titleId, licenceId]);
      await lend(tx, { titleId, licenceId, copyId: rows[0]?.id ?? '', memberId: outsider, from: '2019-01-01T12:00:00Z', until: '2019-01-03T00:00:00Z' });
    };
    expect(await linesAfter(harm)).toEqual(expect.arrayContaining(['copy-not-in-stock', 'licence-exceeded']));
  });

  test('a loan that outlives its licence', async () => {
    expect(await linesAfter((tx) => tx.query(`UPDATE "Licence" SET "model" = 'metered-by-time', "expiresAt" = date_trunc('second', now()) WHERE "id" = $1`, [busy.licenceId]))).toContain('licence-outlived');
  });

  test('more loans than a metered licence grants, the running offer counted', async () => {
    const meter = (limit: number) => linesAfter((tx) => tx.query(`UPDATE "Licence" SET "model" = 'metered-by-loans', "checkoutsLimit" = $2 WHERE "id" = $1`, [busy.licenceId, limit]));
    expect(await meter(2)).toContain('metered-exceeded');
    expect(await meter(3)).not.toContain('metered-exceeded');
  });

  test('a metered licence that counts otherwise than its loans and renewals', async () => {
    const counted = (used: number) => linesAfter((tx) => tx.query(`UPDATE "Licence" SET "model" = 'metered-by-loans', "checkoutsLimit" = 9, "checkoutsUsed" = $2 WHERE "id" = $1`, [busy.licenceId, used]));
    expect(await counted(2)).toEqual([]);
    expect(await counted(1)).toContain('metered-miscounted');
    expect(await counted(3)).toContain('metered-miscounted');
  });

  test('a copy that stands idle though its metered licence has a loan left', async () => {
    const harm = (left: number) => async (tx: Tx) => {
      await tx.query('DELETE FROM "Hold" WHERE "id" = $1', [busy.holdId]);
      await tx.query(`DELETE FROM "CopyUse" WHERE "titleId" = $1 AND "kind" = 'offer'`, [busy.titleId]);
      await tx.query(`UPDATE "Licence" SET "model" = 'metered-by-loans', "checkoutsLimit" = $2, "checkoutsUsed" = 2 WHERE "id" = $1`, [busy.licenceId, 2 + left]);
      await sweepRan(tx);
    };
    expect(await linesAfter(harm(1))).toContain('idle-copy');
    expect(await linesAfter(harm(0))).not.toContain('idle-copy');
  });

  test('two loans of a title with one member', async () => {
    const { titleId, licenceId, asideId, lender } = busy;
    expect(await linesAfter(async (tx) => [await withoutGuards(tx), await lend(tx, { titleId, licenceId, copyId: asideId, memberId: lender })])).toContain('two-loans');
  });

  test('two holds of a title with one member', async () => {
    const { waiting, holdId } = busy;
    expect(await linesAfter(async (tx) => [await withoutGuards(tx), await tx.query('UPDATE "Hold" SET "memberId" = $2 WHERE "id" = $1', [holdId, waiting])])).toContain('two-holds');
  });

  test('a hold of who has the title on loan', async () => {
    expect(await linesAfter((tx) => tx.query('UPDATE "Hold" SET "memberId" = $2 WHERE "id" = $1', [busy.waitingId, busy.lender]))).toContain('loan-and-hold');
  });

  test('more loans than the limit that stood when they were made; a limit lowered since then is no violation', async () => {
    const lower = `INSERT INTO "Policy" ("loanPeriod", "loanLimit", "holdLimit", "pickupWindow", "renewalLimit", "renewalWindow", "retention", "changedAt")
      SELECT "loanPeriod", 0, 0, "pickupWindow", "renewalLimit", "renewalWindow", "retention", now() FROM "Policy" LIMIT 1`;
    expect(await linesAfter((tx) => tx.query(lower))).toEqual([]);
    expect(await linesAfter((tx) => tx.query('UPDATE "Policy" SET "loanLimit" = 0'))).toContain('loan-limit');
    expect(await linesAfter((tx) => tx.query('UPDATE "Policy" SET "holdLimit" = 0'))).toContain('hold-limit');
  });

  test('an offer made past somebody eligible who stood further ahead', async () => {
    const harm = async (tx: Tx) => {
      await tx.query(`UPDATE "Member" SET "updatedAt" = "createdAt" - interval '1 day' WHERE "id" = $1`, [busy.waiting]);
      await tx.query('UPDATE "Hold" SET "queueNumber" = -5 WHERE "id" = $1', [busy.waitingId]);
      // as if both had waited for a while before the offer was made
      await tx.query(`UPDATE "Hold" SET "placedAt" = "placedAt" - interval '1 day' WHERE "id" = $1`, [busy.waitingId]);
      await tx.query(`UPDATE "LendingEvent" SET "at" = "at" - interval '1 day' WHERE "holdId" = $1`, [busy.waitingId]);
    };
    expect(await linesAfter(harm)).toContain('queue-jumped');
    expect(await linesAfter(async (tx) => [await harm(tx), await tx.query('UPDATE "Hold" SET "suspendedAt" = "placedAt" WHERE "id" = $1', [busy.waitingId])])).not.toContain('queue-jumped');
    expect(await linesAfter(async (tx) => [await harm(tx), await tx.query('UPDATE "Member" SET "blockedAt" = "createdAt" WHERE "id" = $1', [busy.waiting])])).not.toContain('queue-jumped');
  });

  test('a walk-in who took a copy that the queue was owed', async () => {
    const { titleId, licenceId, asideId, outsider, holdId, waiting, waitingId } = busy;
    const harm = async (tx: Tx) => {
      await tx.query(`UPDATE "Hold" SET "placedAt" = "placedAt" - interval '1 day' WHERE "id" = $1`, [waitingId]);
      await tx.query(`UPDATE "LendingEvent" SET "at" = "at" - interval '1 day' WHERE "holdId" = $1`, [waitingId]);
      await tx.query(`UPDATE "Member" SET "updatedAt" = "createdAt" - interval '1 day' WHERE "id" = $1`, [waiting]);
      await tx.query('DELETE FROM "Hold" WHERE "id" = $1', [holdId]);
      await tx.query('DELETE FROM "LendingEvent" WHERE "holdId" = $1', [holdId]);
      await tx.query(`DELETE FROM "CopyUse" WHERE "titleId" = $1 AND "kind" = 'offer'`, [titleId]);
      await withoutGuards(tx);
      await lend(tx, { titleId, licenceId, copyId: asideId, memberId: outsider });
    };
    expect(await linesAfter(harm)).toContain('queue-jumped');
  });

  test('a copy that stands idle through a whole sweep while somebody eligible waits', async () => {
    const harm = async (tx: Tx) => {
      await tx.query('DELETE FROM "Hold" WHERE "id" = $1', [busy.holdId]);
      await tx.query(`DELETE FROM "CopyUse" WHERE "titleId" = $1 AND "kind" = 'offer'`, [busy.titleId]);
    };
    expect(await linesAfter(harm)).not.toContain('idle-copy');
    expect(await linesAfter(async (tx) => [await harm(tx), await sweepRan(tx)])).toContain('idle-copy');
    expect(await linesAfter(async (tx) => [await harm(tx), await sweepRan(tx), await tx.query('UPDATE "Hold" SET "suspendedAt" = "placedAt" WHERE "id" = $1', [busy.waitingId])])).not.toContain('idle-copy');
    expect(await linesAfter(async (tx) => [await harm(tx), await sweepRan(tx), await tx.query('UPDATE "Member" SET "blockedAt" = "createdAt" WHERE "id" = $1', [busy.waiting])])).not.toContain('idle-copy');
  });

  test('a loan and an offer that a sweep left marked as running after their end', async () => {
    const passed = `date_trunc('second', now() - interval '1 hour')`;
    const harm = async (tx: Tx) => [
      await tx.query(`UPDATE "Loan" SET "borrowedAt" = '2020-01-01', "dueAt" = ${passed} WHERE "id" = $1`, [busy.loanId]),
      await tx.query(`UPDATE "Hold" SET "readyAt" = '2020-01-01', "readyUntil" = ${passed} WHERE "id" = $1`, [busy.holdId]),
    ];
    expect(await linesAfter(harm)).not.toContain('not-settled');
    expect(await linesAfter(async (tx) => [await harm(tx), await sweepRan(tx)])).toContain('not-settled');
  });

  test('a loan and a hold that ended twice, or without an event, or otherwise than the event says', async () => {
    const again = (kind: string, column: string, id: string) => (tx: Tx) => tx.query(`INSERT INTO "LendingEvent" ("titleId", "at", "kind", "actorKind", "channel", "${column}") VALUES ($1, now(), $2, 'clock', 'clock', $3)`, [busy.titleId, kind, id]);
    expect(await linesAfter(again('loan-ended', 'loanId', busy.returnedId))).toContain('ends-once');
    expect(await linesAfter(again('hold-lapsed', 'holdId', busy.waitingId))).toContain('ends-once');
    expect(await linesAfter((tx) => tx.query(`DELETE FROM "LendingEvent" WHERE "loanId" = $1 AND "kind" = 'loan-ended'`, [busy.returnedId]))).toContain('ends-once');
    expect(await linesAfter((tx) => tx.query(`UPDATE "Loan" SET "state" = 'revoked' WHERE "id" = $1`, [busy.returnedId]))).toContain('ends-once');
    expect(await linesAfter((tx) => tx.query(`UPDATE "Hold" SET "state" = 'cancelled', "endedAt" = now(), "endedReason" = 'by-member' WHERE "id" = $1`, [busy.waitingId]))).toContain('ends-once');
  });

  test.each([
    ['loan-began', `DELETE FROM "LendingEvent" WHERE "kind" = 'loan-began' AND "titleId" = $1`],
    ['loan-renewed', `UPDATE "Loan" SET "renewalCount" = 1 WHERE "titleId" = $1`],
    ['hold-placed', `DELETE FROM "LendingEvent" WHERE "kind" = 'hold-placed' AND "titleId" = $1`],
    ['offer-made', `DELETE FROM "LendingEvent" WHERE "kind" = 'offer-made' AND "titleId" = $1`],
    ['copy-retired', `UPDATE "Copy" SET "retiringAt" = now(), "retiredAt" = now() WHERE "titleId" = $1`],
    ['licence-ended', `UPDATE "Licence" SET "endedAt" = now(), "endedBecause" = 'withdrawn' WHERE "titleId" = $1`],
    ['title-withdrawn', `UPDATE "Title" SET "withdrawnAt" = now() WHERE "id" = $1`],
  ])('a transition without its event: %s', async (_, harm) => {
    expect(await linesAfter((tx) => tx.query(harm, [busy.titleId]))).toContain('event-missing');
  });

  test('an event that tells of a loan or a hold that is not there', async () => {
    expect(await linesAfter((tx) => tx.query('DELETE FROM "Loan" WHERE "id" = $1', [busy.returnedId]))).toContain('row-missing');
    expect(await linesAfter((tx) => tx.query('DELETE FROM "Hold" WHERE "id" = $1', [busy.waitingId]))).toContain('row-missing');
  });

  test('a turn, an ended loan and an ended hold of which nobody was told', async () => {
    expect(await linesAfter((tx) => tx.query(`DELETE FROM "Message" WHERE "kind" = 'your-turn'`))).toContain('message-missing');
    expect(await linesAfter((tx) => tx.query(`UPDATE "Loan" SET "state" = 'revoked' WHERE "id" = $1`, [busy.returnedId]))).toContain('message-missing');
    expect(await linesAfter((tx) => tx.query(`UPDATE "Hold" SET "state" = 'lapsed', "offerId" = NULL, "endedAt" = now() WHERE "id" = $1`, [busy.holdId]))).toContain('message-missing');
  });

  test('limits of a category that were set before the act count for its members', async () => {
    await setPolicy({ loanLimit: 5 });
    const harm = (loanLimit: number) => async (tx: Tx) => {
      await tx.query(`INSERT INTO "CategoryPolicy" ("category", "loanLimit", "changedAt") VALUES ('umum', $1, '2020-01-01')`, [loanLimit]);
      await tx.query(`UPDATE "Member" SET "category" = 'umum', "updatedAt" = '2020-01-01' WHERE "id" = $1`, [busy.lender]);
      await tx.query('UPDATE "Loan" SET "memberId" = $1 WHERE "titleId" = $2', [busy.lender, busy.titleId]);
    };
    expect(await linesAfter(harm(1))).toContain('loan-limit');
    expect(await linesAfter(harm(9))).not.toContain('loan-limit');
  });
});
