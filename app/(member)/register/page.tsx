import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { redirect } from 'next/navigation';
import { publicUrl } from '@/lib/config/environment';
import { nextAddress } from '@/lib/http/auth/next-address';
import { visitor } from '@/lib/http/visitor';
import { LinkButton } from '@/app/_components/button';
import { Notice } from '@/app/_components/notice';
import { orAway } from '@/app/_components/or-away';
import { FormPage } from '../_components/form-page';
import { RegisterForm } from './register-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account.register'))('title') };
}

export default orAway(RegisterPage);

async function RegisterPage({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const next = nextAddress((await searchParams).next, publicUrl());
  if ((await visitor()) !== null) redirect('/account');
  const t = await getTranslations('account.register');
  return (
    <FormPage title={t('title')} lead={t('lead')}>
      <noscript>
        <Notice kind="problem" className="mb-4">
          {t('scriptNeeded')}
        </Notice>
      </noscript>
      <RegisterForm next={next} />
      <div className="mt-8 border-t border-line pt-6">
        <p className="mb-3">{t('haveAccount')}</p>
        <LinkButton href={next === '/' ? '/login' : `/login?next=${encodeURIComponent(next)}`} className="w-full">
          {(await getTranslations('account.logIn'))('submit')}
        </LinkButton>
      </div>
    </FormPage>
  );
}
