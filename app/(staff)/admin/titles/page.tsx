import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/app/_components/button';
import { EmptyState } from '@/app/_components/empty-state';
import { Icon } from '@/app/_components/icon';
import { orAway } from '@/app/_components/or-away';
import { Pagination } from '@/app/_components/pagination';
import { decodeCursor, encodeCursor, timePlace } from '@/lib/http/pagination';
import { requireCaller } from '@/lib/http/session';
import { listStaffTitles } from '@/lib/operations/catalogue/list-staff-titles';
import { TitlesFilter, addressOf, filterOf } from './_list/titles-filter';
import { TitlesTable } from './_list/titles-table';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('collection.list'))('title') };
}

const pageLength = 50;

export default orAway(TitlesPage);

async function TitlesPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  await requireCaller('librarian', '/admin/titles');
  const t = await getTranslations('collection.list');
  const filter = filterOf(await searchParams);
  const place = decodeCursor(filter.cursor, timePlace);
  const { items, next, counts } = await listStaffTitles({ words: filter.words, state: filter.state, limit: pageLength, after: place.ok ? place.value : null });
  const isFiltered = filter.words !== '' || filter.state !== null;
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-2xl font-bold">{t('title')}</h1>
        <LinkButton href="/admin/titles/new" look="main" prefetch={false}>
          <Icon name="upload" className="size-5" />
          {t('upload')}
        </LinkButton>
      </div>
      <TitlesFilter filter={filter} counts={counts} />
      {items.length === 0 && (
        <EmptyState title={t(isFiltered ? 'noneFound' : 'none')} seed="koleksi" action={<LinkButton prefetch={false} href={isFiltered ? '/admin/titles' : '/admin/titles/new'}>{t(isFiltered ? 'showAll' : 'upload')}</LinkButton>}>
          {t(isFiltered ? 'noneFoundText' : 'noneText')}
        </EmptyState>
      )}
      {items.length > 0 && <TitlesTable titles={items} />}
      <Pagination firstHref={filter.cursor === undefined ? null : addressOf({ ...filter, cursor: undefined })} nextHref={next === null ? null : addressOf({ ...filter, cursor: encodeCursor(next) })} />
    </>
  );
}
