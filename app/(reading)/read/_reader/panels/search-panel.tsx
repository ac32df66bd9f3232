import { useTranslations } from 'next-intl';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useState } from 'react';
import { findInBook, hitsAtMost, type Hit } from '../book/find';
import type { Sought } from '../views/page-sheet';
import { PanelFrame } from './panel';

const lettersAtLeast = 2;
const typedForMs = 350;

type SearchPanelProps = {
  readonly document: PDFDocumentProxy;
  readonly pages: number;
  /** Texts of pages already read: a second search costs no bytes. */
  readonly texts: Map<number, string>;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly chosen: Sought | null;
  readonly onChoose: (sought: Sought) => void;
  readonly onClose: () => void;
};

/** Search in the text of the whole book; results come while it is still looking. */
export function SearchPanel({ document, pages, texts, query, onQuery, chosen, onChoose, onClose }: SearchPanelProps) {
  const t = useTranslations('reader');
  const [found, setFound] = useState<{ readonly query: string; readonly hits: readonly Hit[]; readonly page: number }>({ query: '', hits: [], page: 0 });
  const wanted = query.trim();
  const hits = found.query === wanted ? found.hits : [];
  const isLooking = wanted.length >= lettersAtLeast && (found.query !== wanted || (found.page < pages && hits.length < hitsAtMost));

  useEffect(() => {
    if (wanted.length < lettersAtLeast) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      void findInBook(document, wanted, texts, stop.signal, (so, page) => !stop.signal.aborted && setFound({ query: wanted, hits: so, page }));
    }, typedForMs);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [document, texts, wanted]);

  return (
    <PanelFrame title={t('search')} onClose={onClose}>
      <input data-first="" type="search" className="reader-search" value={query} onChange={(event) => onQuery(event.target.value)} placeholder={t('searchFor')} aria-label={t('searchFor')} enterKeyHint="search" maxLength={200} />
      <p className="reader-quiet" role="status">
        {isLooking && t('searching', { page: found.query === wanted ? found.page : 0, pages })}
        {!isLooking && wanted.length >= lettersAtLeast && (hits.length >= hitsAtMost ? t('manyFound', { count: hitsAtMost }) : t('found', { count: hits.length }))}
      </p>
      <ol className="reader-hits">
        {hits.map((hit) => (
          <li key={`${hit.page}.${hit.index}`}>
            <button type="button" aria-current={chosen?.page === hit.page && chosen.index === hit.index} onClick={() => onChoose({ query: wanted, page: hit.page, index: hit.index })}>
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
    </PanelFrame>
  );
}
