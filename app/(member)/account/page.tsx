import type { Metadata } from 'next';
import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { environment, publicUrl } from '@/lib/config/environment';
import { isBlocked } from '@/lib/domain/lending/standing';
import { readableMemberNumber } from '@/lib/domain/members/identifier';
import { nextAddress } from '@/lib/http/auth/next-address';
import { requireCaller } from '@/lib/http/session';
import { formatInstant } from '@/lib/i18n/format';
import { chooseLocale } from '@/lib/i18n/locale';
import { readMe, type Me } from '@/lib/operations/members/read-me';
import { Button, LinkButton } from '@/app/_components/button';
import { Icon } from '@/app/_components/icon';
import { Notice } from '@/app/_components/notice';
import { orAway } from '@/app/_components/or-away';
import { notFound } from 'next/navigation';
import { MembershipCard } from './membership-card';
import { UnverifiedEmail } from './unverified-email';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account.home'))('title') };
}

type Asked = { readonly welcome?: string; readonly next?: string; readonly done?: string };

export default orAway(AccountPage);

async function AccountPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const caller = await requireCaller('member', '/account');
  const me = await readMe(caller.memberId);
  if (!me.ok) notFound();
  const asked = await searchParams;
  const t = await getTranslations('account.home');
  const { profile, limits, loans, holds } = me.value;
  return (
    <div className="mx-auto max-w-xl space-y-6">
      <h1 className="text-2xl font-bold">{t('title')}</h1>
      {asked.welcome !== undefined && <Welcome me={me.value} next={nextAddress(asked.next, publicUrl())} />}
      {asked.done === 'password' && <Notice kind="done">{t('resetDone')}</Notice>}
      {me.value.barred && <Barred me={me.value} />}
      <MembershipCard profile={profile} />
      {profile.email !== null && profile.emailVerifiedAt === null && environment().SMTP_URL !== undefined && <UnverifiedEmail email={profile.email} />}
      <dl className="flex flex-wrap gap-x-8 gap-y-1">
        <dt className="w-full font-semibold sm:w-auto">{t('use')}</dt>
        <dd className="tabular-nums">{t('loans', { used: loans, limit: limits.loanLimit })}</dd>
        <dd className="tabular-nums">{t('holds', { used: holds, limit: limits.holdLimit })}</dd>
      </dl>
      <ul className="divide-y divide-line border-y border-line">
        {(['profile', 'password', 'devices', 'delete'] as const).map((place) => (
          <li key={place}>
            <Link href={`/account/${place}`} prefetch={false} className="tap flex items-center justify-between gap-3 py-2 font-semibold hover:bg-sunk">
              {t(place)}
              <Icon name="right" className="size-5 text-ink-soft" />
            </Link>
          </li>
        ))}
      </ul>
      <form method="post" action="/api/auth/signout">
        <input type="hidden" name="callbackUrl" value="/" />
        <Button type="submit">
          <Icon name="out" className="size-5" />
          {t('logOut')}
        </Button>
      </form>
    </div>
  );
}

async function Welcome({ me: { profile }, next }: { me: Me; next: string }) {
  const t = await getTranslations('account.home');
  return (
    <Notice kind="done" title={t('welcomeTitle', { name: profile.name })} actions={<LinkButton href={next} look="main">{t(next === '/' ? 'toCollection' : 'goOn')}</LinkButton>}>
      {t('welcomeText', { number: readableMemberNumber(profile.memberNumber) })}
    </Notice>
  );
}

async function Barred({ me: { profile, now } }: { me: Me }) {
  const t = await getTranslations('account.home');
  if (!isBlocked(profile, now))
    return (
      <Notice kind="problem" title={t('endedTitle')}>
        {t('endedText')}
      </Notice>
    );
  const locale = chooseLocale(await getLocale(), null);
  return (
    <Notice kind="problem" title={t('blockedTitle')}>
      <p>
        {t('blockedText')} {profile.blockedUntil !== null && t('blockedUntil', { until: formatInstant(profile.blockedUntil, locale) })}
      </p>
      {profile.blockedReason !== null && <p className="mt-1">{t('blockedReason', { reason: profile.blockedReason })}</p>}
    </Notice>
  );
}
