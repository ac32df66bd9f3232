import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { orAway } from '@/app/_components/or-away';
import { FormPage } from '../_components/form-page';
import { Verify } from './verify';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account.verify'))('title') };
}

export default orAway(VerifyPage);

async function VerifyPage() {
  const t = await getTranslations('account.verify');
  return (
    <FormPage title={t('title')}>
      <Verify />
      <noscript>{t('noScript')}</noscript>
    </FormPage>
  );
}
