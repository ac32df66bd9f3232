import type { DeclaredOutage } from '@/lib/domain/lending/declared-outage';
import type { Span } from '@/lib/domain/time';
import { endedIn, restorable } from './circulation/outage-sql';
import { pool } from './pool';
import type { Tx } from './transaction';

export type Declared = DeclaredOutage & { readonly reason: string; readonly declaredAt: Date };

export async function insertDeclaredOutage(tx: Tx, { from, until, reason, declaredById }: Span & { readonly reason: string; readonly declaredById: string }): Promise<Declared> {
  const { rows } = await tx.query<Declared>(
    `INSERT INTO "DeclaredOutage" ("from", "until", "reason", "declaredById") VALUES ($1, $2, $3, $4) RETURNING "id", "from", "until", "reason", "declaredAt"`,
    [from, until, reason, declaredById],
  );
  if (rows[0] === undefined) throw new Error('the outage was not kept');
  return rows[0];
}

export type OpenOutage = DeclaredOutage & { readonly declaredById: string; readonly throughTitleId: string | null };

/** The oldest that is not credited to its end. */
export async function openDeclaredOutage(): Promise<OpenOutage | null> {
  const { rows } = await pool().query<OpenOutage>(`SELECT "id", "from", "until", "declaredById", "throughTitleId" FROM "DeclaredOutage" WHERE "finishedAt" IS NULL ORDER BY "declaredAt", "id" LIMIT 1`);
  return rows[0] ?? null;
}

/** The next titles that it touched, in the order of their ids. */
export async function titlesTouched({ from, until, throughTitleId }: OpenOutage, limit: number): Promise<readonly string[]> {
  const { rows } = await pool().query<{ titleId: string }>(
    `SELECT DISTINCT "titleId" FROM (
       SELECT "titleId" FROM "Loan" WHERE "state" = 'active' AND "borrowedAt" < $2 AND "dueAt" > $1
       UNION ALL SELECT "titleId" FROM "Hold" WHERE "state" = 'ready' AND "readyAt" < $2 AND "readyUntil" > $1
       UNION ALL SELECT h."titleId" FROM "Hold" h WHERE ${restorable('$1', '$2')}
       UNION ALL SELECT "titleId" FROM "LendingEvent" WHERE "kind" = 'offer-missed' AND "at" >= $1 AND "at" < $2) touched
     WHERE $3::uuid IS NULL OR "titleId" > $3 ORDER BY "titleId" LIMIT $4`,
    [from, until, throughTitleId, limit],
  );
  return rows.map(({ titleId }) => titleId);
}

/** Two processes may be at it at once: how far it is never goes back. */
export async function markCreditedThrough(id: string, titleId: string): Promise<void> {
  await pool().query(`UPDATE "DeclaredOutage" SET "throughTitleId" = greatest("throughTitleId", $2::uuid) WHERE "id" = $1`, [id, titleId]);
}

export async function markFinished(id: string): Promise<void> {
  await pool().query(`UPDATE "DeclaredOutage" SET "finishedAt" = coalesce("finishedAt", lending_now()) WHERE "id" = $1`, [id]);
}

export type EndedLoan = {
  readonly loanId: string; readonly titleId: string; readonly title: string; readonly endedAt: Date;
  readonly memberId: string | null; readonly memberName: string | null; readonly memberNumber: string | null;
};

/** Loans that time ended during it, by their end; who had them is named as long as the row says. */
export async function loansEndedIn({ from, until }: Span, { limit, after = null }: { readonly limit: number; readonly after?: EndedLoan | null }): Promise<readonly EndedLoan[]> {
  const { rows } = await pool().query<EndedLoan>(
    `SELECT l."id" AS "loanId", l."titleId", t."title", l."endedAt", l."memberId", m."name" AS "memberName", m."memberNumber"
     FROM "Loan" l JOIN "Title" t ON t."id" = l."titleId" LEFT JOIN "Member" m ON m."id" = l."memberId"
     WHERE ${endedIn('$1', '$2')} AND ($3::timestamptz IS NULL OR (l."endedAt", l."id") > ($3, $4::uuid))
     ORDER BY l."endedAt", l."id" LIMIT $5`,
    [from, until, after?.endedAt ?? null, after?.loanId ?? null, limit],
  );
  return rows;
}
