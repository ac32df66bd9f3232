import { findTitles, type TitlePlace, type TitlesFound } from '@/lib/adapters/postgres/title-search';
import { titlesCountedAtMost, type TitleQuestion } from '@/lib/domain/catalogue/title-question';

/** `near`: nothing was spelt as asked, these are spelt almost so. */
export type TitleList = Omit<TitlesFound, 'total'> & { readonly total: number; readonly totalIsExact: boolean; readonly near: boolean };

/** One page of the titles that answer a question; words that find nothing are tried again as misspelt ones. */
export async function searchTitles(question: TitleQuestion, page: { limit: number; after: TitlePlace | null; memberId: string | null }): Promise<TitleList> {
  const near = page.after?.near ?? false;
  const exact = await findTitles(question, { ...page, near });
  if (exact.total > 0 || near || question.words === null) return listOf(exact, near);
  const almost = await findTitles(question, { ...page, near: true });
  return listOf(almost, almost.total > 0);
}

function listOf(found: TitlesFound, near: boolean): TitleList {
  return { ...found, total: Math.min(found.total, titlesCountedAtMost), totalIsExact: found.total <= titlesCountedAtMost, near };
}
