import { getLocale, getTranslations } from 'next-intl/server';
import { Badge } from '@/app/_components/badge';
import { formatInstant, formatTimeLeft } from '@/lib/i18n/format';
import { chooseLocale } from '@/lib/i18n/locale';
import { day, minute } from '@/lib/domain/time';
import type { Overview } from '@/lib/operations/statistics/read-overview';

type Run = Overview['autoReturn'];

/** What should happen by itself, and when it last did. */
export async function Machinery({ autoReturn, backup, now }: { autoReturn: Run; backup: Run; now: Date }) {
  const t = await getTranslations('staff.overview');
  return (
    <dl className="grid gap-4 sm:grid-cols-2 lg:grid-cols-1">
      <div>
        <dt className="font-semibold">{t('autoReturn')}</dt>
        <dd>
          <LastRun run={autoReturn} now={now} lateAfterMs={10 * minute} />
          <p className="mt-1 max-w-prose text-sm text-ink-soft">{t('autoReturnText')}</p>
        </dd>
      </div>
      <div>
        <dt className="font-semibold">{t('backup')}</dt>
        <dd>
          <LastRun run={backup} now={now} lateAfterMs={2 * day} />
        </dd>
      </div>
    </dl>
  );
}

async function LastRun({ run, now, lateAfterMs }: { run: Run; now: Date; lateAfterMs: number }) {
  const t = await getTranslations('staff.overview');
  const locale = chooseLocale(await getLocale(), null);
  if (run === null) return <span>{t('never')}</span>;
  const at = run.finishedAt ?? run.startedAt;
  const isLate = now.getTime() - at.getTime() > lateAfterMs;
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="tabular-nums">
        {t('lastRun', { at: formatInstant(at, locale) })} · {t('ago', { time: formatTimeLeft(now.getTime() - at.getTime(), locale) })}
      </span>
      {run.error !== null && <Badge kind="brick">{t('failed')}</Badge>}
      {run.error === null && isLate && <Badge kind="turmeric">{t('late')}</Badge>}
    </span>
  );
}
