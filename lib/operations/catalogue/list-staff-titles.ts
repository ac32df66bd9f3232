import { countTitlesByState, staffTitles, type StaffTitle, type StaffTitlesQuery, type TitleState } from '@/lib/adapters/postgres/staff-titles';

export type { TitleState } from '@/lib/adapters/postgres/staff-titles';
export type StaffTitleList = { readonly items: readonly StaffTitle[]; readonly next: { at: Date; id: string } | null; readonly counts: Readonly<Record<TitleState, number>> };

/** The collection for its librarians, the newest first, with how many there are of each state. */
export async function listStaffTitles(query: StaffTitlesQuery): Promise<StaffTitleList> {
  const [rows, counts] = await Promise.all([staffTitles(query), countTitlesByState()]);
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  return { items, next: rows.length > query.limit && last !== undefined ? { at: last.createdAt, id: last.id } : null, counts };
}
