import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { decodeCursor, encodeCursor, timePlace } from '@/lib/http/pagination';
import { requireCaller } from '@/lib/http/session';
import { coverUrl } from '@/lib/http/views/lending';
import { seeShelf } from '@/lib/operations/lending/see-shelf';
import { LinkButton } from '@/app/_components/button';
import { EmptyState } from '@/app/_components/empty-state';
import { orAway } from '@/app/_components/or-away';
import { RefusedBefore } from '@/app/_components/refused-before';
import { TitleGrid } from '@/app/_components/title-grid';
import { EndedLoans } from './ended-loans';
import { Holds } from './holds';
import { Loans } from './loans';
import { Notices } from './notices';

type Asked = { readonly ended?: string; readonly refused?: string };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shelf'))('heading') };
}

/** What I can read now first and large; then my turn and my queues, saved, history. */
export default orAway(ShelfPage);

async function ShelfPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const asked = await searchParams;
  const caller = await requireCaller('member', '/shelf');
  const place = decodeCursor(asked.ended, timePlace);
  const shelf = await seeShelf(caller.memberId, place.ok ? place.value : null);
  const t = await getTranslations('shelf');
  const { now, loans, holds, saved, ended, notices } = shelf;
  const isEmpty = loans.length === 0 && holds.length === 0;
  return (
    <div className="grid gap-10">
      <div>
        <h1 className="text-2xl font-extrabold sm:text-3xl">{t('heading')}</h1>
        <RefusedBefore code={asked.refused} />
      </div>
      {isEmpty && (
        <EmptyState title={t('empty')} seed="rak-kosong" action={<LinkButton href="/" look="main">{t('toCollection')}</LinkButton>}>
          {t('emptyText')}
        </EmptyState>
      )}
      {loans.length > 0 && <Loans loans={loans} now={now} />}
      {holds.length > 0 && <Holds holds={holds} now={now} />}
      <Notices notices={notices} />
      {saved.length > 0 && (
        <section aria-labelledby="disimpan">
          <h2 id="disimpan" className="mb-4 text-xl font-bold">
            {t('saved')}
          </h2>
          <TitleGrid titles={saved.map((title) => ({ ...title, coverUrl: coverUrl(title.coverHash) }))} now={now} />
        </section>
      )}
      {(ended.items.length > 0 || asked.ended !== undefined) && <EndedLoans loans={ended.items} nextHref={ended.next === null ? null : `/shelf?ended=${encodeCursor(ended.next)}#riwayat`} firstHref={asked.ended === undefined ? null : '/shelf#riwayat'} />}
    </div>
  );
}
