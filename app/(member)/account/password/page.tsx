import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireCaller } from '@/lib/http/session';
import { orAway } from '@/app/_components/or-away';
import { AccountPage } from '../account-page';
import { PasswordForm } from './password-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account.password'))('title') };
}

export default orAway(PasswordPage);

async function PasswordPage() {
  const caller = await requireCaller('member', '/account/password');
  const t = await getTranslations('account.password');
  return (
    <AccountPage title={t('title')} lead={t('others')}>
      <PasswordForm memberNumber={caller.memberNumber} />
    </AccountPage>
  );
}
