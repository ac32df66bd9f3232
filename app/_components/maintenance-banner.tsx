import { getLocale, getTranslations } from 'next-intl/server';
import { formatInstant } from '@/lib/i18n/format';
import { chooseLocale } from '@/lib/i18n/locale';
import { readMaintenance } from '@/lib/operations/maintenance/read-maintenance';
import { Icon } from './icon';

/** A maintenance announced with its dates, on every page with a frame, from when the librarian said until it is over. */
export async function MaintenanceBanner() {
  const shown = await readMaintenance();
  if (shown === null) return null;
  const t = await getTranslations('common');
  const locale = chooseLocale(await getLocale(), null);
  const [from, until] = [formatInstant(shown.from, locale), formatInstant(shown.until, locale)];
  return (
    <aside className="no-print border-b border-turmeric/40 bg-turmeric-soft px-4 py-2">
      <p className="mx-auto flex max-w-[110rem] items-start gap-2">
        <Icon name="warning" className="mt-0.5 size-5 text-turmeric" />
        <span>
          {shown.isRunning ? t('maintenanceNow', { until }) : t('maintenanceSoon', { from, until })} {shown.note}
        </span>
      </p>
    </aside>
  );
}
