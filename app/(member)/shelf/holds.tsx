import { useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { environment } from '@/lib/config/environment';
import { dayPlus, libraryDayOf } from '@/lib/domain/library-time';
import { coverUrl } from '@/lib/http/views/lending';
import { formatInstant, formatWait } from '@/lib/i18n/format';
import { chooseLocale } from '@/lib/i18n/locale';
import type { Shelf } from '@/lib/operations/lending/see-shelf';
import { Act } from '@/app/_components/act';
import { Badge } from '@/app/_components/badge';
import { buttonClasses } from '@/app/_components/button';
import { Cover } from '@/app/_components/cover';
import { TextField } from '@/app/_components/field';
import { Icon } from '@/app/_components/icon';
import { RefreshingCountdown } from '@/app/_components/refreshing-countdown';

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
        <p className="mt-1 font-semibold text-turmeric">
          {t('yourTurnLeft')} <RefreshingCountdown until={hold.readyUntil.toISOString()} now={now.toISOString()} />
        </p>
        <p className="text-sm">{t('pickupBy', { at: formatInstant(hold.readyUntil, locale) })}</p>
        <div className="mt-3 flex flex-wrap gap-2">
          <Act act="borrow" id={titleId} look="main">
            {t('borrow')}
          </Act>
          <Act act="pass" id={hold.id}>
            {t('pass')}
          </Act>
          <Act act="leave-queue" id={hold.id} look="quiet" className="max-sm:-ml-4">
            {t('leaveQueue')}
          </Act>
        </div>
        <p className="mt-2 text-sm text-ink-soft">{t('passText')}</p>
      </>
    );
  const wait = estimatedWait === null ? t('waitUnknown') : formatWait(estimatedWait.expectedMs, estimatedWait.latestMs, locale);
  return (
    <>
      <p className="mt-1">{t('position', { position: position ?? 1, wait })}</p>
      <p className="text-sm text-ink-soft">{t('why', { copies, ahead: (position ?? 1) - 1 })}</p>
      {hold.suspension !== null && <Suspended hold={hold} suspension={hold.suspension} />}
      {hold.suspension !== null && (
        <Act act="resume" id={hold.id} formClassName="mt-3">
          {t('resume')}
        </Act>
      )}
      <div className="mt-1 -ml-4 flex flex-wrap">
        <PutOff holdId={hold.id} isSuspended={hold.suspension !== null} now={now} />
        <Act act="leave-queue" id={hold.id} look="quiet">
          {t('leaveQueue')}
        </Act>
      </div>
    </>
  );
}

function Suspended({ hold, suspension }: { hold: Held['hold']; suspension: NonNullable<Held['hold']['suspension']> }) {
  const t = useTranslations('shelf');
  const locale = chooseLocale(useLocale(), null);
  return (
    <div className="mt-1">
      <Badge isSentence>{suspension.until === null ? t('suspended') : t('suspendedUntil', { until: formatInstant(suspension.until, locale) })}</Badge>
      <p className="mt-1 text-sm text-ink-soft">{hold.missedCount > 0 ? t('missedText') : t('suspendedText')}</p>
    </div>
  );
}

/** Folded away: most members wait until it is their turn. */
function PutOff({ holdId, isSuspended, now }: { holdId: string; isSuspended: boolean; now: Date }) {
  const t = useTranslations('shelf');
  const today = libraryDayOf(now, environment().TIME_ZONE);
  const field = `tunda-${holdId}`;
  return (
    <details className="open:w-full">
      <summary className={buttonClasses('quiet', 'list-none [&::-webkit-details-marker]:hidden')}>
        {isSuspended ? t('changeDate') : t('suspend')}
        <Icon name="down" className="size-4" />
      </summary>
      <Act
        act="suspend"
        id={holdId}
        formClassName="mt-1 mb-3 ml-4 grid max-w-xs gap-3"
        fields={<TextField type="date" name="until" id={field} label={t('suspendUntil')} hint={t('suspendHint')} min={dayPlus(today, 1)} max={dayPlus(today, 364)} />}
      >
        {t('suspend')}
      </Act>
    </details>
  );
}
