import { useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { coverUrl } from '@/lib/http/views/lending';
import { formatMoment } from '@/lib/i18n/format';
import { chooseLocale } from '@/lib/i18n/locale';
import type { ShelfGlance } from '@/lib/operations/lending/glance-at-shelf';
import { Cover } from '@/app/_components/cover';
import { RefreshingCountdown } from '@/app/_components/refreshing-countdown';

/** On a wide screen what one has is beside what there is: two taps back to the page one left. */
export function ShelfBeside({ shelf: { now, offers, loans, waitingCount } }: { shelf: ShelfGlance }) {
  const t = useTranslations('shelf');
  const locale = chooseLocale(useLocale(), null);
  return (
    <aside aria-labelledby="rak" className="hidden self-start border-l border-line pl-8 xl:sticky xl:top-6 xl:block">
      <h2 id="rak" className="text-lg font-bold">
        <Link href="/shelf" prefetch={false} className="hover-underline tap-text">
          {t('heading')}
        </Link>
      </h2>
      <ul className="mt-3 grid gap-1">
        {offers.map(({ id, titleId, title, authors, coverHash, until }) => (
          <Row key={id} href={`/titles/${titleId}`} of={{ id: titleId, title, authors, coverUrl: coverUrl(coverHash, 240) }}>
            {until !== null && <span className="font-semibold text-turmeric">{t('yourTurnUntil', { until: formatMoment(until, now, locale) })}</span>}
          </Row>
        ))}
        {loans.map(({ id, titleId, title, authors, coverHash, until }) => (
          <Row key={id} href={`/read/${id}`} of={{ id: titleId, title, authors, coverUrl: coverUrl(coverHash, 240) }}>
            {t('left')} {until !== null && <RefreshingCountdown until={until.toISOString()} now={now.toISOString()} />}
          </Row>
        ))}
      </ul>
      {waitingCount > 0 && <p className="mt-3 text-sm text-ink-soft">{t('waitingFor', { count: waitingCount })}</p>}
    </aside>
  );
}

function Row({ href, of, children }: { href: string; of: Parameters<typeof Cover>[0]['of']; children: React.ReactNode }) {
  return (
    <li>
      <Link href={href} prefetch={false} className="-mx-2 grid grid-cols-[3rem_1fr] gap-3 rounded p-2 hover:bg-sunk">
        <Cover of={of} className="self-start" />
        <span className="min-w-0 text-sm">
          <span className="line-clamp-2 leading-snug font-semibold">{of.title}</span>
          <span className="block text-ink-soft">{children}</span>
        </span>
      </Link>
    </li>
  );
}
