import { loadCirculation } from '@/lib/adapters/postgres/circulation/load';
import { pool } from '@/lib/adapters/postgres/pool';
import { titlePage, type TitlePage } from '@/lib/adapters/postgres/title-page';
import { titleLending, type TitleLending } from '@/lib/domain/lending/title-lending';
import type { Caller } from '@/lib/domain/members/caller';
import { granted, refuse, type Outcome } from '@/lib/domain/outcome';

export type SeenTitle = TitlePage & { readonly lending: TitleLending; readonly loanPeriodMs: number };

/**
 * A title with what the caller has and can do. A draft or withdrawn one is there for staff, and for members whose loan of it
 * still runs. Its description and its lending are read side by side: two round trips.
 */
export async function seeTitle(titleId: string, caller: Caller | null): Promise<Outcome<SeenTitle>> {
  const memberId = caller?.memberId ?? null;
  const [page, loaded] = await Promise.all([titlePage(titleId, memberId), loadCirculation(pool(), { titleId, ...(memberId === null ? {} : { memberId }), measureQueue: true })]);
  if (page === null || loaded === null) return refuse({ code: 'not-found' });
  const lending = titleLending(loaded);
  const isOpen = loaded.circulation.title.state === 'lendable' || lending.loan !== null || (caller !== null && caller.role !== 'member');
  if (!isOpen) return refuse({ code: 'not-found' });
  return granted({ ...page, lending, loanPeriodMs: loaded.circulation.title.terms.loanPeriodMs });
}
