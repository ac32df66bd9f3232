import { environment } from '@/lib/config/environment';
import type { Tx } from '../transaction';

/** Whose past: one member's (their account goes), or everybody's before an instant (retention), so many rows of a kind at a time. */
export type Whose = { readonly memberId: string } | { readonly endedBefore: Date; readonly limit: number };

export type Forgotten = { readonly loanCount: number; readonly holdCount: number; readonly turnawayCount: number };

/**
 * Rule 12: each ended loan, hold and turnaway gets a random id of its own in place of the member, so that nothing links;
 * how many loans in which month stays. Not a change of lending: states, times and counts are as they were. Rows are
 * locked before they are counted, so that two that forget at once count each loan once.
 */
export async function forgetWhoBorrowed(tx: Tx, whose: Whose): Promise<Forgotten> {
  const values = 'memberId' in whose ? [whose.memberId, null, null] : [null, whose.endedBefore, whose.limit];
  const loanIds = await forgetLoans(tx, values);
  const holdIds = await forgetHolds(tx, values);
  const turnawayCount = await forgetTurnaways(tx, values);
  // What was told about them names the member and the title together.
  await tx.query(`DELETE FROM "Message" WHERE "facts"->>'loanId' = ANY($1) OR "facts"->>'holdId' = ANY($2)`, [loanIds, holdIds]);
  // A librarian's reason is free text: it may name somebody.
  await tx.query(`UPDATE "LendingEvent" SET "facts" = "facts" || '{"reason": null}' WHERE "loanId" = ANY($1::uuid[]) AND "facts"->>'reason' IS NOT NULL`, [loanIds]);
  await tx.query(`UPDATE "LendingEvent" SET "facts" = "facts" || '{"note": null}' WHERE "holdId" = ANY($1::uuid[]) AND "facts"->>'note' IS NOT NULL`, [holdIds]);
  return { loanCount: loanIds.length, holdCount: holdIds.length, turnawayCount };
}

const isChosen = (endedAt: string) => `"memberId" IS NOT NULL AND ($1::uuid IS NULL OR "memberId" = $1) AND ($2::timestamptz IS NULL OR ${endedAt} < $2)`;

async function forgetLoans(tx: Tx, values: readonly unknown[]): Promise<readonly string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `WITH chosen AS (
        SELECT "id", "memberId", "borrowedAt" FROM "Loan" WHERE "state" <> 'active' AND ${isChosen('"endedAt"')} ORDER BY "endedAt", "id" LIMIT $3 FOR NO KEY UPDATE),
      months AS (
        INSERT INTO "BorrowingMonth" ("month", "memberId", "loanCount")
        SELECT date_trunc('month', "borrowedAt" AT TIME ZONE $4)::date, "memberId", count(*) FROM chosen GROUP BY 1, 2
        ON CONFLICT ("month", "memberId") DO UPDATE SET "loanCount" = "BorrowingMonth"."loanCount" + EXCLUDED."loanCount")
     UPDATE "Loan" l SET "memberId" = NULL, "pseudonym" = gen_random_uuid(), "endedReason" = NULL FROM chosen c WHERE l."id" = c."id" RETURNING l."id"`,
    [...values, environment().TIME_ZONE],
  );
  return rows.map(({ id }) => id);
}

async function forgetHolds(tx: Tx, values: readonly unknown[]): Promise<readonly string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `WITH chosen AS (SELECT "id" FROM "Hold" WHERE "endedAt" IS NOT NULL AND ${isChosen('"endedAt"')} ORDER BY "endedAt", "id" LIMIT $3 FOR NO KEY UPDATE)
     UPDATE "Hold" h SET "memberId" = NULL, "pseudonym" = gen_random_uuid() FROM chosen c WHERE h."id" = c."id" RETURNING h."id"`,
    [...values],
  );
  return rows.map(({ id }) => id);
}

/**
 * Rule 8 counts distinct members per title and library day: a member's turnaways of one title on one day keep one id
 * between them. So a day is forgotten whole, once all of it is old enough.
 */
async function forgetTurnaways(tx: Tx, values: readonly unknown[]): Promise<number> {
  const dayOf = (at: string) => `date_trunc('day', ${at} AT TIME ZONE $4)`;
  const forgotten = await tx.query(
    `WITH groups AS (
        SELECT "memberId", "titleId", ${dayOf('"at"')} AS "day", gen_random_uuid() AS "pseudonym" FROM "Turnaway"
        WHERE ${isChosen('"at"')} AND ($2 IS NULL OR ${dayOf('"at"')} < ${dayOf('$2')})
        GROUP BY 1, 2, 3 LIMIT $3)
     UPDATE "Turnaway" t SET "memberId" = NULL, "pseudonym" = g."pseudonym" FROM groups g
     WHERE t."memberId" = g."memberId" AND t."titleId" = g."titleId" AND ${dayOf('t."at"')} = g."day"`,
    [...values, environment().TIME_ZONE],
  );
  return forgotten.rowCount ?? 0;
}
