import { useTranslations } from 'next-intl';
import { day, hour, minute } from '@/lib/domain/time';

/** How long the loan still runs, cut and never rounded up. */
export function TimeLeft({ leftMs }: { readonly leftMs: number }) {
  const t = useTranslations('reader');
  const [days, hours, minutes] = [Math.floor(leftMs / day), Math.floor((leftMs % day) / hour), Math.floor((leftMs % hour) / minute)];
  if (days > 0) return <p>{t('left.days', { days, hours })}</p>;
  if (hours > 0) return <p>{t('left.hours', { hours, minutes })}</p>;
  return <p>{minutes > 0 ? t('left.minutes', { minutes }) : t('left.lastMinute')}</p>;
}
