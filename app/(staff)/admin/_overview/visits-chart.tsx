import { scaleBand, scaleLinear } from 'd3-scale';
import { getLocale, getTranslations } from 'next-intl/server';
import { Table } from '@/app/_components/table';
import { startOfLibraryDay } from '@/lib/domain/library-time';
import { environment } from '@/lib/config/environment';
import { formatDay, formatNumber } from '@/lib/i18n/format';
import { chooseLocale } from '@/lib/i18n/locale';
import type { OverviewDay } from '@/lib/operations/statistics/read-overview';

const width = 600;
const height = 160;

/** Visits a day as bars, drawn on the server; the words around it do not shrink with it. The table behind holds every figure. */
export async function VisitsChart({ days }: { days: readonly OverviewDay[] }) {
  const t = await getTranslations('staff.overview');
  const locale = chooseLocale(await getLocale(), null);
  const counts = days.map(({ visits }) => visits);
  const x = scaleBand(days.map(({ day }) => day), [0, width]).padding(0.2);
  const y = scaleLinear([0, Math.max(4, ...counts)], [height, 0]).nice(4);
  const ticks = y.ticks(4).filter(Number.isInteger);
  const dayWords = (day: string | undefined) => (day === undefined ? '' : formatDay(startOfLibraryDay(day, environment().TIME_ZONE), locale));
  const summary = t('chartSummary', { from: dayWords(days[0]?.day), to: dayWords(days.at(-1)?.day), least: Math.min(...counts), most: Math.max(...counts) });
  return (
    <figure>
      <div className="grid grid-cols-[auto_1fr] gap-x-2 text-sm text-ink-soft tabular-nums">
        <div className="flex h-40 flex-col justify-between text-right leading-none" aria-hidden>
          {[...ticks].reverse().map((tick) => (
            <span key={tick} className="-my-1.5">
              {formatNumber(tick, locale)}
            </span>
          ))}
        </div>
        <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" className="h-40 w-full" role="img" aria-label={summary}>
          {ticks.map((tick) => (
            <line key={tick} x1={0} x2={width} y1={y(tick)} y2={y(tick)} className="stroke-line" vectorEffect="non-scaling-stroke" />
          ))}
          {days.map(({ day, visits }) => (
            <rect key={day} x={x(day)} width={x.bandwidth()} y={y(visits)} height={height - y(visits)} className="fill-leaf">
              <title>{`${dayWords(day)}: ${formatNumber(visits, locale)}`}</title>
            </rect>
          ))}
        </svg>
        <span />
        <p className="mt-1 flex justify-between" aria-hidden>
          <span>{dayWords(days[0]?.day)}</span>
          <span>{dayWords(days.at(-1)?.day)}</span>
        </p>
      </div>
      <details className="mt-2">
        <summary className="folded tap inline-flex items-center font-semibold text-leaf">{t('visitsTable')}</summary>
        <Table caption={t('visitsTitle')} head={[t('day'), t('visits'), t('borrows'), t('turnaways')]} className="mt-1 max-h-96">
          {[...days].reverse().map(({ day, visits, borrows, turnaways }) => (
            <tr key={day}>
              <td className="whitespace-nowrap">{dayWords(day)}</td>
              <td>{formatNumber(visits, locale)}</td>
              <td>{formatNumber(borrows, locale)}</td>
              <td>{formatNumber(turnaways, locale)}</td>
            </tr>
          ))}
        </Table>
      </details>
    </figure>
  );
}
