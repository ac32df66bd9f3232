import { pool } from './pool';

export type Place = { readonly titleId: string; readonly memberId: string | null };

/** Which title a loan belongs to, and whose it is; the title's lock comes after this. */
export async function whereIsLoan(loanId: string): Promise<Place | null> {
  const { rows } = await pool().query<Place>({ name: 'where-is-loan', text: 'SELECT "titleId", "memberId" FROM "Loan" WHERE "id" = $1', values: [loanId] });
  return rows[0] ?? null;
}

export async function whereIsHold(holdId: string): Promise<Place | null> {
  const { rows } = await pool().query<Place>({ name: 'where-is-hold', text: 'SELECT "titleId", "memberId" FROM "Hold" WHERE "id" = $1', values: [holdId] });
  return rows[0] ?? null;
}
