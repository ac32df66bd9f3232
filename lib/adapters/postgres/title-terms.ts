import type { TitleTerms } from '@/lib/domain/lending/policy';
import { pool } from './pool';
import type { Tx } from './transaction';

/** What a title says for itself; null: there is no such title. */
export async function titleTerms(titleId: string): Promise<TitleTerms | null> {
  const { rows } = await pool().query<TitleTerms>('SELECT "loanPeriod", "pickupWindow", "renewalLimit", "renewalWindow" FROM "Title" WHERE "id" = $1', [titleId]);
  return rows[0] ?? null;
}

/** False: there is no such title. */
export async function keepTitleTerms(tx: Tx, titleId: string, { loanPeriod, pickupWindow, renewalLimit, renewalWindow }: TitleTerms): Promise<boolean> {
  const { rowCount } = await tx.query(`UPDATE "Title" SET "loanPeriod" = $2, "pickupWindow" = $3, "renewalLimit" = $4, "renewalWindow" = $5, "updatedAt" = lending_now() WHERE "id" = $1`, [titleId, loanPeriod, pickupWindow, renewalLimit, renewalWindow]);
  return rowCount === 1;
}
