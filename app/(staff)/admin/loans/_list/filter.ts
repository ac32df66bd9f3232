import { loanFilterQuery } from '@/lib/http/schemas/admin-loans';
import type { LoanFilter } from '@/lib/operations/lending/list-all-loans';

/** What stands in the address of the loan database: the filters as typed, the place in the list, the loan that is open. */
export type Asked = { readonly [name in (typeof names)[number]]?: string };

const names = ['state', 'member', 'title', 'from', 'to', 'cursor', 'loan'] as const;
const filters = ['state', 'member', 'title', 'from', 'to'] as const;

export function askedOf(query: Record<string, string | string[] | undefined>): Asked {
  const given = (name: string) => [query[name]].flat()[0]?.trim() ?? '';
  return Object.fromEntries(names.filter((name) => given(name) !== '').map((name) => [name, given(name)]));
}

/** A field that cannot be understood asks for nothing; the page shows it as it was typed. */
export function filterOf(asked: Asked): LoanFilter {
  const understood = filters.filter((name) => loanFilterQuery.shape[name].safeParse(asked[name]).success);
  const { to: until, ...rest } = loanFilterQuery.parse(Object.fromEntries(understood.map((name) => [name, asked[name]])));
  return { ...rest, until };
}

export function isFiltered(asked: Asked): boolean {
  return filters.some((name) => asked[name] !== undefined);
}

export function loansAddress(asked: Asked): string {
  return addressUnder('/admin/loans', asked);
}

/** The same loans as a file: the filters without the place in the list. */
export function csvAddress({ cursor: _, loan: __, ...asked }: Asked): string {
  return addressUnder('/api/admin/loans', { ...asked, format: 'csv' });
}

function addressUnder(path: string, asked: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams(Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
  return query.size === 0 ? path : `${path}?${query}`;
}
