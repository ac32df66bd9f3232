import { getLocale, getTranslations } from 'next-intl/server';
import { readableMemberNumber } from '@/lib/domain/members/identifier';
import type { Profile } from '@/lib/domain/members/profile';
import { formatDay } from '@/lib/i18n/format';
import { chooseLocale } from '@/lib/i18n/locale';
import { Mark } from '@/app/_components/mark';
import { SasiranganField } from '@/app/_components/sasirangan';

/** To show at the desk: whose it is, the number to log in with, how long it holds. */
export async function MembershipCard({ profile }: { profile: Pick<Profile, 'name' | 'memberNumber' | 'createdAt' | 'validUntil' | 'id'> }) {
  const t = await getTranslations('account.home');
  const locale = chooseLocale(await getLocale(), null);
  return (
    <section aria-label={t('card')} className="overflow-hidden rounded-lg border border-line bg-card">
      <div className="bg-leaf px-3 py-1 text-on-leaf">
        {/* one band of the cloth, whole at every width */}
        <SasiranganField seed={profile.memberNumber} height={12} className="block w-full" />
      </div>
      <div className="space-y-3 p-5">
        <p className="flex items-start justify-between gap-3 text-xl font-bold">
          <span className="min-w-0">{profile.name}</span>
          <Mark className="size-8 text-leaf" />
        </p>
        <p>
          <span className="block text-sm text-ink-soft">{t('number')}</span>
          <span className="text-2xl font-bold tracking-wide tabular-nums">{readableMemberNumber(profile.memberNumber)}</span>
        </p>
        <dl className="flex flex-wrap gap-x-8 gap-y-2 text-sm">
          <div>
            <dt className="text-ink-soft">{t('since')}</dt>
            <dd>{formatDay(profile.createdAt, locale)}</dd>
          </div>
          <div>
            <dt className="text-ink-soft">{t('validUntil')}</dt>
            <dd>{profile.validUntil === null ? t('noEnd') : formatDay(profile.validUntil, locale)}</dd>
          </div>
        </dl>
      </div>
    </section>
  );
}
