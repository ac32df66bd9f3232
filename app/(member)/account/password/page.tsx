import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireCaller } from '@/lib/http/session';
import { orAway } from '@/app/_components/or-away';
import { FormPage } from '../../_components/form-page';
import { BackToAccount } from '../back';
import { PasswordForm } from './password-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account.password'))('title') };
}

export default orAway(PasswordPage);

async function PasswordPage() {
  const caller = await requireCaller('member', '/account/password');
  const t = await getTranslations('account.password');
  return (
    <>
      <div className="mx-auto max-w-md">
        <BackToAccount />
      </div>
      <FormPage title={t('title')} lead={t('others')}>
        <PasswordForm memberNumber={caller.memberNumber} />
      </FormPage>
    </>
  );
}
