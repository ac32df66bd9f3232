import { useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { formatDay } from '@/lib/i18n/format';
import { chooseLocale } from '@/lib/i18n/locale';
import type { Shelf } from '@/lib/operations/lending/see-shelf';
import { Pagination } from '@/app/_components/pagination';

/** What was read before, each a way back to its title. */
export function EndedLoans({ loans, firstHref, nextHref }: { loans: Shelf['ended']['items']; firstHref: string | null; nextHref: string | null }) {
  const t = useTranslations('shelf');
  const locale = chooseLocale(useLocale(), null);
  return (
    <section aria-labelledby="riwayat">
      <h2 id="riwayat" className="mb-2 text-xl font-bold">
        {t('history')}
      </h2>
      <ul className="divide-y divide-line">
        {loans.map((loan) => (
          <li key={loan.id}>
            <Link href={`/titles/${loan.titleId}`} prefetch={false} className="tap flex flex-wrap items-baseline justify-between gap-x-6 gap-y-0.5 rounded py-3 hover:bg-sunk">
              <span className="min-w-0">
                <span className="block font-semibold">{loan.title}</span>
                <span className="block text-sm text-ink-soft">{loan.authors.join(', ')}</span>
              </span>
              <span className="text-sm text-ink-soft">{t(`ended.${loan.state}`, { at: formatDay(loan.endedAt ?? loan.dueAt, locale) })}</span>
            </Link>
          </li>
        ))}
      </ul>
      <Pagination firstHref={firstHref} nextHref={nextHref} />
    </section>
  );
}
