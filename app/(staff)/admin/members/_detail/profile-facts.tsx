import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { isBlocked } from '@/lib/domain/lending/standing';
import type { Profile } from '@/lib/domain/members/profile';
import { formatDay, formatInstant } from '@/lib/i18n/format';
import { chooseLocale } from '@/lib/i18n/locale';
import { Notice } from '@/app/_components/notice';

/** What the library knows of the member, and why they are blocked if they are. */
export async function ProfileFacts({ profile, now }: { profile: Profile; now: Date }) {
  const t = await getTranslations('account');
  const locale = chooseLocale(await getLocale(), null);
  const day = (at: Date | null) => (at === null ? t('desk.facts.none') : formatDay(at, locale));
  const checked = (at: Date | null) => ` (${at === null ? t('desk.unverified') : t('desk.verified')})`;
  const rows: readonly (readonly [string, ReactNode])[] = [
    [t('desk.facts.email'), profile.email === null ? t('desk.facts.none') : `${profile.email}${checked(profile.emailVerifiedAt)}`],
    [t('desk.facts.phone'), profile.phone === null ? t('desk.facts.none') : `${profile.phone}${checked(profile.phoneVerifiedAt)}`],
    [t('desk.facts.birthDate'), profile.birthDate === null ? t('desk.facts.none') : formatDay(new Date(profile.birthDate.getTime() + noon), locale)],
    [t('desk.facts.gender'), profile.gender === null ? t('desk.facts.none') : t(`register.genders.${profile.gender}`)],
    [t('desk.facts.guardian'), [profile.guardianName, profile.guardianPhone].filter((each) => each !== null).join(' · ') || t('desk.facts.none')],
    [t('desk.facts.category'), profile.category ?? t('desk.facts.none')],
    [t('desk.facts.validUntil'), profile.validUntil === null ? t('home.noEnd') : formatInstant(profile.validUntil, locale)],
    [t('desk.facts.since'), day(profile.createdAt)],
    [t('desk.facts.consent'), day(profile.consentAt)],
    [t('desk.facts.role'), t(`logIn.roles.${profile.role}`)],
  ];
  return (
    <section>
      {isBlocked(profile, now) && (
        <Notice kind="problem" className="mb-4" title={profile.blockedUntil === null ? t('desk.blocked') : t('desk.blockedUntil', { until: formatInstant(profile.blockedUntil, locale) })}>
          {profile.blockedReason}
        </Notice>
      )}
      <h2 className="mb-2 text-lg font-bold">{t('desk.profile')}</h2>
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
        {rows.map(([label, value]) => (
          <div key={label} className="min-w-0">
            <dt className="text-sm text-ink-soft">{label}</dt>
            <dd className="break-words">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

// a date without a time: noon UTC falls on the same day in every zone of Indonesia
const noon = 12 * 60 * 60 * 1000;
