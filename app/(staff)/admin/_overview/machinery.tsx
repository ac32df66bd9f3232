import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { Badge } from '@/app/_components/badge';
import { formatInstant, formatTimeLeft } from '@/lib/i18n/format';
import { chooseLocale } from '@/lib/i18n/locale';
import { day, hour, minute } from '@/lib/domain/time';
import type { Overview } from '@/lib/operations/statistics/read-overview';

/** What should happen by itself, and when it last did. */
export async function Machinery({ autoReturn, backupMadeAt, now }: Pick<Overview, 'autoReturn' | 'backupMadeAt'> & { now: Date }) {
  const t = await getTranslations('staff.overview');
  return (
    <dl className="grid gap-4 sm:grid-cols-2 lg:grid-cols-1">
      <div>
        <dt className="font-semibold">{t('autoReturn')}</dt>
        <dd>
          <Last at={autoReturn === null ? null : (autoReturn.finishedAt ?? autoReturn.startedAt)} failed={autoReturn !== null && autoReturn.error !== null} now={now} lateAfterMs={10 * minute} />
          <p className="mt-1 max-w-prose text-sm text-ink-soft">{t('autoReturnText')}</p>
        </dd>
      </div>
      <div>
        <dt className="font-semibold">{t('backup')}</dt>
        <dd>
          <Last at={backupMadeAt} failed={false} now={now} lateAfterMs={2 * day} />
        </dd>
      </div>
      <div>
        <dt className="sr-only">{t('maintenance')}</dt>
        <dd>
          <Link href="/admin/maintenance" prefetch={false} className="link inline-flex min-h-11 items-center">
            {t('maintenance')}
          </Link>
        </dd>
      </div>
    </dl>
  );
}

async function Last({ at, failed, now, lateAfterMs }: { at: Date | null; failed: boolean; now: Date; lateAfterMs: number }) {
  const t = await getTranslations('staff.overview');
  const locale = chooseLocale(await getLocale(), null);
  if (at === null) return <span>{t('never')}</span>;
  const agoMs = now.getTime() - at.getTime();
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="tabular-nums">
        {t('lastRun', { at: formatInstant(at, locale) })} · {t('ago', { time: formatTimeLeft(agoMs - (agoMs < hour ? agoMs % minute : 0), locale) })}
      </span>
      {failed && <Badge kind="brick">{t('failed')}</Badge>}
      {!failed && agoMs > lateAfterMs && <Badge kind="turmeric">{t('late')}</Badge>}
    </span>
  );
}
