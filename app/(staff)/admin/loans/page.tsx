import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/app/_components/button';
import { EmptyState } from '@/app/_components/empty-state';
import { orAway } from '@/app/_components/or-away';
import { Pagination } from '@/app/_components/pagination';
import { decodeCursor, encodeCursor, timePlace } from '@/lib/http/pagination';
import { requireCaller } from '@/lib/http/session';
import { listAllLoans } from '@/lib/operations/lending/list-all-loans';
import { askedOf, filterOf, isFiltered, loansAddress } from './_list/filter';
import { LoansFilter } from './_list/loans-filter';
import { LoansTable } from './_list/loans-table';
import { LoanPanel } from './_detail/loan-panel';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('staff.loans'))('title') };
}

const pageLength = 50;

/** The loan database: filters, place and open loan all stand in the address. */
export default orAway(LoansPage);

async function LoansPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  await requireCaller('librarian', '/admin/loans');
  const t = await getTranslations('staff.loans');
  const asked = askedOf(await searchParams);
  const place = decodeCursor(asked.cursor, timePlace);
  const { items, next } = await listAllLoans(filterOf(asked), { limit: pageLength, after: place.ok ? place.value : null });
  const { loan, ...list } = asked;
  return (
    <>
      <h1 className="mb-1 text-2xl font-bold">{t('title')}</h1>
      <p className="mb-4 text-ink-soft">{t('intro')}</p>
      <LoansFilter key={JSON.stringify(list)} asked={asked} />
      <div className={loan === undefined ? undefined : 'lg:grid lg:grid-cols-[minmax(0,1fr)_24rem] lg:items-start lg:gap-4'}>
        <div>
          {items.length > 0 && <LoansTable loans={items} asked={asked} />}
          {items.length === 0 && isFiltered(asked) && (
            <EmptyState title={t('none')} seed="pinjaman" action={<LinkButton href="/admin/loans">{t('clear')}</LinkButton>}>
              {t('noneText')}
            </EmptyState>
          )}
          {items.length === 0 && !isFiltered(asked) && <EmptyState title={t('noneYet')} seed="pinjaman" />}
          <Pagination firstHref={asked.cursor === undefined ? null : loansAddress({ ...list, cursor: undefined })} nextHref={next === null ? null : loansAddress({ ...list, cursor: encodeCursor(next) })} />
        </div>
        {loan !== undefined && isId(loan) && <LoanPanel loanId={loan} closeHref={loansAddress(list)} />}
      </div>
    </>
  );
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
