import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { FormPage } from '../_components/form-page';
import { ResetForm } from './reset-form';
import { orAway } from '@/app/_components/or-away';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account.reset'))('title') };
}

export default orAway(ResetPage);

async function ResetPage() {
  const t = await getTranslations('account.reset');
  return (
    <FormPage title={t('title')}>
      <ResetForm />
    </FormPage>
  );
}
