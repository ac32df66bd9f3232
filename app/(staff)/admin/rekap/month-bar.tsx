import { getTranslations } from 'next-intl/server';
import { LinkButton, buttonClasses } from '@/app/_components/button';
import { Icon } from '@/app/_components/icon';
import { monthPlus } from '@/lib/domain/statistics/span';
import { PrintButton } from './print-button';

/** Which month, and what to do with it; not on paper. */
export async function MonthBar({ month, thisMonth }: { month: string; thisMonth: string }) {
  const t = await getTranslations('staff.rekap');
  const csv = (part: string) => `/api/admin/rekap?month=${month}&part=${part}&format=csv`;
  return (
    <div className="no-print mb-6 flex flex-wrap items-end justify-between gap-3">
      <form action="/admin/rekap" className="flex min-w-0 flex-wrap items-end gap-2">
        <LinkButton href={`/admin/rekap?month=${monthPlus(month, -1)}`} aria-label={t('previous')} prefetch={false} className="px-2">
          <Icon name="left" className="size-5" />
        </LinkButton>
        <label className="block">
          <span className="mb-1 block font-semibold">{t('month')}</span>
          <input key={month} type="month" name="month" defaultValue={month} max={thisMonth} pattern="\d{4}-\d{2}" placeholder="2026-11" required className="tap w-40 rounded border border-edge bg-card px-3 py-2" />
        </label>
        <button type="submit" className={buttonClasses()}>{t('show')}</button>
        {month < thisMonth && (
          <LinkButton href={`/admin/rekap?month=${monthPlus(month, 1)}`} aria-label={t('next')} prefetch={false} className="px-2">
            <Icon name="right" className="size-5" />
          </LinkButton>
        )}
      </form>
      <div className="flex flex-wrap gap-2">
        <PrintButton label={t('print')} />
        {(['days', 'books'] as const).map((part) => (
          <a key={part} href={csv(part)} download className={buttonClasses()}>
            <Icon name="download" className="size-5" />
            {t(part === 'days' ? 'csvDays' : 'csvBooks')}
          </a>
        ))}
      </div>
    </div>
  );
}
