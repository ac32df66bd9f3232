import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useFormats } from '@/app/_components/use-formats';
import { findInBook, hitsAtMost, type Hit } from '../book/find';
import type { OpenBook } from '../book/open';
import type { Sought } from '../views/page-sheet';
import { PanelFrame } from './panel';
import { useSearchAllowance } from './search-allowance';
import { SearchHits } from './search-hits';

const lettersAtLeast = 2;
const typedForMs = 350;
/** What nobody need be asked about: less than a page with a picture. */
const smallBytes = 300_000;

type SearchPanelProps = {
  readonly book: OpenBook;
  /** Whose consent is remembered. */
  readonly loan: string;
  readonly pages: number;
  /** Texts of pages already read: a second search costs no bytes. */
  readonly texts: Map<number, string>;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly chosen: Sought | null;
  readonly onChoose: (sought: Sought) => void;
  readonly onClose: () => void;
};

type Search = { readonly query: string; readonly hits: readonly Hit[]; readonly page: number };

/**
 * Search in the text of the whole book; results come while it is still looking. It needs nearly all of the file: what
 * that costs is said, and nothing fetched, before the reader agrees.
 */
export function SearchPanel({ book, loan, pages, texts, query, onQuery, chosen, onChoose, onClose }: SearchPanelProps) {
  const t = useTranslations('reader');
  const formats = useFormats();
  const [found, setFound] = useState<Search>({ query: '', hits: [], page: 0 });
  const [stopped, setStopped] = useState<string | null>(null);
  const [isAllowed, allow] = useSearchAllowance(loan);
  const costBytes = texts.size === pages ? 0 : Math.max(0, book.sizeBytes - book.source.fetchedBytes);
  const mayFetch = isAllowed || costBytes <= smallBytes;
  const wanted = query.trim();
  const isLong = wanted.length >= lettersAtLeast;
  const so = found.query === wanted ? found : { query: wanted, hits: [], page: 0 };
  const isDone = so.page >= pages || so.hits.length >= hitsAtMost;
  const isStopped = stopped === wanted && !isDone;
  const isLooking = isLong && mayFetch && !isDone && !isStopped;

  useEffect(() => {
    if (!isLooking) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      void findInBook(book.document, wanted, texts, stop.signal, (hits, page) => !stop.signal.aborted && setFound({ query: wanted, hits, page }));
    }, typedForMs);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [book, texts, wanted, isLooking]);

  return (
    <PanelFrame title={t('search')} onClose={onClose}>
      <input data-first="" type="search" className="reader-search" value={query} onChange={(event) => onQuery(event.target.value)} placeholder={t('searchFor')} aria-label={t('searchFor')} enterKeyHint="search" maxLength={200} />
      {!mayFetch && (
        <div className="reader-ask">
          <p>{t('searchCosts', { size: formats.bytes(costBytes) })}</p>
          <button type="button" className="reader-action" onClick={allow}>{t('searchWhole')}</button>
        </div>
      )}
      {mayFetch && isLong && (
        <div className="reader-ask" aria-busy={isLooking}>
          <p className="reader-quiet" role="status">
            {isLooking && t('searching', { page: so.page, pages })}
            {isStopped && t('searchStopped', { page: so.page, pages })}
            {isDone && (so.hits.length >= hitsAtMost ? t('manyFound', { count: hitsAtMost }) : t('found', { count: so.hits.length }))}
          </p>
          {isLooking && <progress max={pages} value={so.page} aria-hidden="true" />}
          {isLooking && <button type="button" className="reader-action reader-action-quiet" onClick={() => setStopped(wanted)}>{t('stopSearch')}</button>}
          {isStopped && <button type="button" className="reader-action" onClick={() => setStopped(null)}>{t('goOnSearching')}</button>}
        </div>
      )}
      {isLong && <SearchHits hits={so.hits} chosen={chosen} onChoose={({ page, index }) => onChoose({ query: wanted, page, index })} />}
    </PanelFrame>
  );
}
