import { loansOfLibrary, type DatabaseLoan, type LoanFilter, type NamingMoment } from '@/lib/adapters/postgres/loan-database';
import type { After } from '@/lib/adapters/postgres/lending-lists';
import type { Page } from './list-loans';
import { namingMoment } from './naming-moment';

export type { DatabaseLoan, LoanFilter };

/** The loan database: every loan, now and past, newest first; names only within the retention period. */
export async function listAllLoans(filter: LoanFilter, page: { limit: number; after: After | null; moment?: NamingMoment }): Promise<Page<DatabaseLoan> & { readonly now: Date }> {
  const moment = page.moment ?? (await namingMoment());
  const rows = await loansOfLibrary(filter, { ...page, moment });
  const items = rows.slice(0, page.limit);
  const last = items.at(-1);
  return { items, next: rows.length > items.length && last !== undefined ? { at: last.borrowedAt, id: last.id } : null, now: moment.now };
}
