import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { titleQuestion, titleSorts, type TitleQuestion } from '@/lib/domain/catalogue/title-question';
import { placeOf, titleCursor } from '@/lib/http/title-cursor';
import { coverUrl } from '@/lib/http/views/lending';
import { isOnPhone } from '@/lib/http/on-phone';
import { visitor } from '@/lib/http/visitor';
import { formatNumber } from '@/lib/i18n/format';
import { chooseLocale } from '@/lib/i18n/locale';
import { countFacets } from '@/lib/operations/catalogue/count-facets';
import { searchTitles } from '@/lib/operations/catalogue/search-titles';
import { glanceAtShelf } from '@/lib/operations/lending/glance-at-shelf';
import { LinkButton } from '@/app/_components/button';
import { EmptyState } from '@/app/_components/empty-state';
import { Notice } from '@/app/_components/notice';
import { orAway } from '@/app/_components/or-away';
import { Pagination } from '@/app/_components/pagination';
import { TitleGrid } from '@/app/_components/title-grid';
import { SearchForm } from './_components/search-form';
import { ShelfBeside } from './_components/shelf-beside';

type Asked = Record<string, string | string[] | undefined>;
const pageSize = 20;

export async function generateMetadata({ searchParams }: { searchParams: Promise<Asked> }): Promise<Metadata> {
  const t = await getTranslations('catalogue');
  const { words } = questionOf(await searchParams);
  return words === null ? {} : { title: t('resultsFor', { words }) };
}

/** The collection: search, filters, order and page are all in the address. */
export default orAway(CollectionPage);

async function CollectionPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const asked = await searchParams;
  const question = questionOf(asked);
  const { list, facets, isFirst, shelf } = await read(question, one(asked['cursor']));
  const t = await getTranslations('catalogue');
  const locale = chooseLocale(await getLocale(), null);
  const count = formatNumber(list.total, locale);
  const collection = (
    <>
      <h1 className={question.words === null ? 'mb-4 text-2xl font-extrabold sm:text-3xl' : 'sr-only'}>{question.words === null ? t('heading') : t('resultsFor', { words: question.words })}</h1>
      <SearchForm question={question} facets={facets} atOnce={asked['cari'] !== undefined} />
      {list.near && <Notice className="mb-6">{t('near', { words: question.words ?? '' })}</Notice>}
      {list.items.length === 0 ? (
        <EmptyState title={t('nothing')} seed={question.words ?? 'kosong'} action={<LinkButton href="/" look="main">{t('showAll')}</LinkButton>}>
          {question.words === null ? t('nothingFiltered') : t(isFiltered(question) ? 'nothingForFiltered' : 'nothingFor', { words: question.words })}
        </EmptyState>
      ) : (
        <>
          <p className="mb-4 text-ink-soft">{list.totalIsExact ? t('total', { count: list.total, shown: count }) : t('totalMore', { shown: count })}</p>
          <TitleGrid titles={list.items.map((item) => ({ ...item, coverUrl: coverUrl(item.coverHash) }))} now={list.now} columns={shelf === null ? 'five' : 'beside'} />
        </>
      )}
      <Pagination firstHref={isFirst ? null : addressOf(question)} nextHref={list.next === null ? null : addressOf(question, titleCursor(question, list.next))} />
    </>
  );
  if (shelf === null) return collection;
  return (
    <div className="xl:grid xl:grid-cols-[minmax(0,1fr)_17rem] xl:gap-10">
      <div>{collection}</div>
      <ShelfBeside shelf={shelf} />
    </div>
  );
}

/** A cursor that does not fit the question any more leads to its first page. */
async function read(question: TitleQuestion, cursor: string | undefined) {
  const place = placeOf(question, cursor);
  const after = place.ok ? place.value : null;
  const caller = await visitor();
  const [list, facets, shelf] = await Promise.all([
    searchTitles(question, { limit: pageSize, after, memberId: caller?.memberId ?? null }),
    countFacets(question.words),
    // a telephone has no room beside the catalogue
    caller === null || (await isOnPhone()) ? null : glanceAtShelf(caller.memberId),
  ]);
  return { list, facets, shelf, isFirst: after === null };
}

function questionOf(asked: Asked): TitleQuestion {
  const sort = titleSorts.find((known) => known === one(asked['sort']));
  return titleQuestion({ q: one(asked['q']), subject: one(asked['subject']), language: one(asked['language']), available: one(asked['available']) === 'true', ...(sort === undefined ? {} : { sort }) });
}

function isFiltered({ language, subject, availableOnly }: TitleQuestion): boolean {
  return language !== null || subject !== null || availableOnly;
}

function addressOf({ words, subject, language, availableOnly, sort }: TitleQuestion, cursor: string | null = null): string {
  const query = new URLSearchParams();
  if (words !== null) query.set('q', words);
  if (subject !== null) query.set('subject', subject);
  if (language !== null) query.set('language', language);
  if (availableOnly) query.set('available', 'true');
  if (sort !== (words === null ? 'newest' : 'relevance')) query.set('sort', sort);
  if (cursor !== null) query.set('cursor', cursor);
  return query.size === 0 ? '/' : `/?${query}`;
}

function one(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
