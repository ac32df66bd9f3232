import { useTranslations } from 'next-intl';
import type { Hit } from '../book/find';
import type { Sought } from '../views/page-sheet';

/** Where the words stand, page by page, with what stands around them. */
export function SearchHits({ hits, chosen, onChoose }: { readonly hits: readonly Hit[]; readonly chosen: Sought | null; readonly onChoose: (hit: Hit) => void }) {
  const t = useTranslations('reader');
  return (
    <ol className="reader-hits">
      {hits.map((hit) => (
        <li key={`${hit.page}.${hit.index}`}>
          <button type="button" aria-current={chosen?.page === hit.page && chosen.index === hit.index} onClick={() => onChoose(hit)}>
            <span className="reader-hit-page">{t('pageLabel', { page: hit.page })}</span>
            <span>
              {hit.before}
              <mark>{hit.match}</mark>
              {hit.after}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
