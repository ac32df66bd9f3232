import { titleQuestion } from '@/lib/domain/catalogue/title-question';
import { searchTitlesCall } from '@/lib/http/contracts/titles';
import { answer, route } from '@/lib/http/route';
import { placeOf, titleCursor } from '@/lib/http/title-cursor';
import { titleCardView } from '@/lib/http/views/titles';
import { countFacets } from '@/lib/operations/catalogue/count-facets';
import { searchTitles } from '@/lib/operations/catalogue/search-titles';

export const GET = route(searchTitlesCall, async ({ query, caller }) => {
  const question = titleQuestion(query);
  const place = placeOf(question, query.cursor);
  if (!place.ok) return place.refusal;
  const [{ items, next, total, totalIsExact, near }, facets] = await Promise.all([
    searchTitles(question, { limit: query.limit, after: place.value, memberId: caller?.memberId ?? null }),
    query.facets === true ? countFacets(question.words) : undefined,
  ]);
  return answer(200, { items: items.map(titleCardView), total, totalIsExact, near, nextCursor: titleCursor(question, next), facets });
});
