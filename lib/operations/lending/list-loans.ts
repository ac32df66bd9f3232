import { loansOfMember, type After, type ListedLoan } from '@/lib/adapters/postgres/lending-lists';
import { readTitleLending } from './read-title-lending';

export type ShelfLoan = ListedLoan & { readonly renewable: boolean };
export type Page<T> = { readonly items: readonly T[]; readonly next: After | null };

/** A member's own loans, newest first. */
export async function listLoans(memberId: string, asked: { state: 'active' | 'ended' | null; limit: number; after: After | null }): Promise<Page<ShelfLoan>> {
  const rows = await loansOfMember(memberId, asked);
  const shown = rows.slice(0, asked.limit);
  const items = await Promise.all(shown.map(async (loan) => ({ ...loan, renewable: loan.state === 'active' && (await isRenewable(loan, memberId)) })));
  const last = shown.at(-1);
  return { items, next: rows.length > shown.length && last !== undefined ? { at: last.borrowedAt, id: last.id } : null };
}

async function isRenewable(loan: ListedLoan, memberId: string): Promise<boolean> {
  const lending = await readTitleLending(loan.titleId, memberId);
  return lending?.loan?.id === loan.id && lending.renewal?.allowed === true;
}
