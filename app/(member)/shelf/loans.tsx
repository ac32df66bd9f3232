import { useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { coverUrl } from '@/lib/http/views/lending';
import { formatInstant } from '@/lib/i18n/format';
import { chooseLocale } from '@/lib/i18n/locale';
import type { Shelf } from '@/lib/operations/lending/see-shelf';
import { Act } from '@/app/_components/act';
import { LinkButton } from '@/app/_components/button';
import { Cover } from '@/app/_components/cover';
import { RefreshingCountdown } from '@/app/_components/refreshing-countdown';
import { TimeLeftRing } from '@/app/_components/time-left-ring';

/** Running loans, the one that ends first on top: read on, renew when it may be, give back. */
export function Loans({ loans, now }: { loans: Shelf['loans']; now: Date }) {
  const t = useTranslations('shelf');
  return (
    <section aria-labelledby="dibaca">
      <h2 id="dibaca" className="mb-4 text-xl font-bold">
        {t('reading')}
      </h2>
      <ul className="grid gap-x-10 gap-y-8 lg:grid-cols-2">
        {loans.map((loan) => (
          <li key={loan.id}>
            <RunningLoan loan={loan} now={now} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function RunningLoan({ loan, now }: { loan: Shelf['loans'][number]; now: Date }) {
  const t = useTranslations('shelf');
  const locale = chooseLocale(useLocale(), null);
  const span = loan.dueAt.getTime() - loan.borrowedAt.getTime();
  return (
    <article className="grid grid-cols-[7rem_1fr] gap-4 sm:grid-cols-[8rem_1fr] sm:grid-rows-[auto_1fr] sm:gap-x-6">
      <Link href={`/titles/${loan.titleId}`} prefetch={false} className="block self-start rounded-sm sm:row-span-2" tabIndex={-1} aria-hidden>
        <Cover of={{ id: loan.titleId, title: loan.title, authors: loan.authors, coverUrl: coverUrl(loan.coverHash) }} eager />
      </Link>
      <div className="min-w-0">
        <h3 className="text-lg leading-snug font-bold">
          <Link href={`/titles/${loan.titleId}`} prefetch={false} className="hover-underline tap-text">
            <span className="line-clamp-3">{loan.title}</span>
          </Link>
        </h3>
        <p className="line-clamp-1 text-ink-soft">{loan.authors.join(', ')}</p>
        <div className="mt-3 flex items-center gap-3">
          <TimeLeftRing fraction={(loan.dueAt.getTime() - now.getTime()) / span} />
          <p className="min-w-0 leading-snug">
            <span className="font-semibold">
              {t('left')} <RefreshingCountdown until={loan.dueAt.toISOString()} now={now.toISOString()} />
            </span>
            <span className="block text-sm text-ink-soft">{t('until', { at: formatInstant(loan.dueAt, locale) })}</span>
          </p>
        </div>
        {loan.place?.page != null && loan.place.pages !== null && <p className="mt-2 text-sm text-ink-soft">{t('pageReached', { page: loan.place.page, pages: loan.place.pages })}</p>}
      </div>
      <div className="col-span-2 flex flex-wrap items-start gap-2 sm:col-span-1">
        <LinkButton href={`/read/${loan.id}`} prefetch={false} look="main" className="w-full sm:w-auto sm:min-w-28">
          {loan.place?.page == null ? t('read') : t('readOn')}
        </LinkButton>
        {loan.renewable && (
          <Act act="renew" id={loan.id} formClassName="flex-1 sm:flex-none" className="w-full">
            {t('renew')}
          </Act>
        )}
        <Act act="return" id={loan.id} look="quiet" formClassName="flex-1 sm:flex-none" className="w-full sm:px-3">
          {t('return')}
        </Act>
      </div>
    </article>
  );
}
