import { getLocale, getTranslations } from 'next-intl/server';
import { isBarred, isBlocked, type Standing } from '@/lib/domain/lending/standing';
import type { Role } from '@/lib/domain/members/caller';
import { formatDay } from '@/lib/i18n/format';
import { chooseLocale } from '@/lib/i18n/locale';
import { Badge } from '@/app/_components/badge';

/** Blocked, ended or active, and a role that is more than a member's, in words. */
export async function StandingBadge({ of, now }: { of: Standing & { readonly role: Role }; now: Date }) {
  const t = await getTranslations('account');
  const locale = chooseLocale(await getLocale(), null);
  return (
    <span className="inline-flex flex-wrap gap-1">
      {isBlocked(of, now) && <Badge kind="brick">{of.blockedUntil === null ? t('desk.blocked') : t('desk.blockedUntil', { until: formatDay(of.blockedUntil, locale) })}</Badge>}
      {!isBlocked(of, now) && isBarred(of, now) && <Badge kind="turmeric">{t('desk.ended')}</Badge>}
      {!isBarred(of, now) && <Badge kind="leaf">{t('desk.active')}</Badge>}
      {of.role !== 'member' && <Badge>{t(`logIn.roles.${of.role}`)}</Badge>}
    </span>
  );
}
