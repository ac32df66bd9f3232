import { loansOfMember, type After, type ListedLoan } from '@/lib/adapters/postgres/lending-lists';
import { readTitleLendings } from './read-title-lendings';

export type ShelfLoan = ListedLoan & { readonly renewable: boolean };
export type Page<T> = { readonly items: readonly T[]; readonly next: After | null };

/** A member's own loans, newest first. */
export async function listLoans(memberId: string, asked: { state: 'active' | 'ended' | null; limit: number; after: After | null }): Promise<Page<ShelfLoan>> {
  const rows = await loansOfMember(memberId, asked);
  const shown = rows.slice(0, asked.limit);
  const lendings = await readTitleLendings(shown.filter(({ state }) => state === 'active').map(({ titleId }) => titleId), memberId);
  const items = shown.map((loan) => {
    const lending = lendings.get(loan.titleId);
    return { ...loan, renewable: lending?.loan?.id === loan.id && lending.renewal?.allowed === true };
  });
  const last = shown.at(-1);
  return { items, next: rows.length > shown.length && last !== undefined ? { at: last.borrowedAt, id: last.id } : null };
}
