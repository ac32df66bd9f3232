import { searchMemberRows, type AfterName, type FoundMember } from '@/lib/adapters/postgres/desk';
import { searchWords } from '@/lib/domain/members/search-words';

export type MemberSearchPage = { readonly items: readonly FoundMember[]; readonly next: AfterName | null };

/** The desk's search: by name, number, e-mail or telephone. */
export async function searchMembers(asked: { q: string; state: 'blocked' | 'ended' | 'staff' | null }, page: { limit: number; after: AfterName | null }): Promise<MemberSearchPage> {
  const rows = await searchMemberRows({ words: searchWords(asked.q), state: asked.state }, page);
  const items = rows.slice(0, page.limit);
  const last = items.at(-1);
  return { items, next: rows.length > items.length && last !== undefined ? { name: last.name.toLowerCase(), id: last.id } : null };
}
