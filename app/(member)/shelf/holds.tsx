import { useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { coverUrl } from '@/lib/http/views/lending';
import { formatInstant, formatMoment, formatWait } from '@/lib/i18n/format';
import { chooseLocale } from '@/lib/i18n/locale';
import type { Shelf } from '@/lib/operations/lending/see-shelf';
import { Act } from '@/app/_components/act';
import { Badge } from '@/app/_components/badge';
import { Cover } from '@/app/_components/cover';

type Held = Shelf['holds'][number];

/** Turns first, then queues in the order they were joined. */
export function Holds({ holds, now }: { holds: readonly Held[]; now: Date }) {
  const t = useTranslations('shelf');
  const inOrder = [...holds].sort((a, b) => Number(b.hold.state === 'ready') - Number(a.hold.state === 'ready'));
  return (
    <section aria-labelledby="antrean">
      <h2 id="antrean" className="mb-4 text-xl font-bold">
        {t('queues')}
      </h2>
      <ul className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
        {inOrder.map((held) => (
          <li key={held.id} className={`grid grid-cols-[4.5rem_1fr] gap-4 rounded ${held.hold.state === 'ready' ? 'border border-turmeric/40 bg-turmeric-soft p-3' : ''}`}>
            <Link href={`/titles/${held.titleId}`} prefetch={false} className="block self-start rounded-sm" tabIndex={-1} aria-hidden>
              <Cover of={{ id: held.titleId, title: held.title, authors: held.authors, coverUrl: coverUrl(held.coverHash) }} />
            </Link>
            <div className="min-w-0">
              <h3 className="leading-snug font-bold">
                <Link href={`/titles/${held.titleId}`} prefetch={false} className="hover-underline tap-text">
                  <span className="line-clamp-2">{held.title}</span>
                </Link>
              </h3>
              <Standing held={held} now={now} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Standing({ held: { hold, position, estimatedWait, copies, titleId }, now }: { held: Held; now: Date }) {
  const t = useTranslations('shelf');
  const locale = chooseLocale(useLocale(), null);
  if (hold.state === 'ready')
    return (
      <>
        <p className="mt-1 font-semibold text-turmeric">{t('yourTurnUntil', { until: formatMoment(hold.readyUntil, now, locale) })}</p>
        <p className="text-sm">{t('pickupBy', { at: formatInstant(hold.readyUntil, locale) })}</p>
        <div className="mt-3 flex flex-wrap gap-2">
          <Act act="borrow" id={titleId} look="main">
            {t('borrow')}
          </Act>
          <Act act="leave-queue" id={hold.id} look="quiet">
            {t('letPass')}
          </Act>
        </div>
      </>
    );
  const wait = estimatedWait === null ? t('waitUnknown') : formatWait(estimatedWait.expectedMs, estimatedWait.latestMs, locale);
  return (
    <>
      <p className="mt-1">{t('position', { position: position ?? 1, wait })}</p>
      <p className="text-sm text-ink-soft">{t('why', { copies, ahead: (position ?? 1) - 1 })}</p>
      {hold.suspension !== null && (
        <p className="mt-1">
          <Badge>{t('suspended')}</Badge>
        </p>
      )}
      <div className="mt-2">
        <Act act="leave-queue" id={hold.id} look="quiet" className="-ml-4">
          {t('leaveQueue')}
        </Act>
      </div>
    </>
  );
}
