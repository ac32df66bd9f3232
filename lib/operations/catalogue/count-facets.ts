import { countFacets as count, type Facets } from '@/lib/adapters/postgres/title-facets';
import { minute } from '@/lib/domain/time';

const fresh = minute;
let ofAll: { readonly facets: Promise<Facets>; readonly until: number } | undefined;

/** Counts for the filters. Those of the whole catalogue are data that hardly change: counted once a minute a process. */
export async function countFacets(words: string | null): Promise<Facets> {
  if (words !== null) return count(words);
  const now = performance.now();
  if (ofAll === undefined || ofAll.until <= now) ofAll = { facets: count(null), until: now + fresh };
  const asked = ofAll;
  return asked.facets.catch((error: unknown) => {
    if (ofAll === asked) ofAll = undefined;
    throw error;
  });
}
