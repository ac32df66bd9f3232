import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { environment, publicUrl } from '@/lib/config/environment';
import { typedCookie } from '@/lib/http/auth/log-in';
import { nextAddress } from '@/lib/http/auth/next-address';
import { visitor } from '@/lib/http/visitor';
import { chooseLocale } from '@/lib/i18n/locale';
import { wordsFor } from '@/lib/i18n/words';
import { LinkButton } from '@/app/_components/button';
import { Notice } from '@/app/_components/notice';
import { orAway } from '@/app/_components/or-away';
import { FormPage } from '../_components/form-page';
import { LogInForm } from './log-in-form';

type Asked = { readonly next?: string; readonly callbackUrl?: string; readonly error?: string; readonly done?: string };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account.logIn'))('title') };
}

export default orAway(LogInPage);

async function LogInPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const asked = await searchParams;
  const next = nextAddress(asked.next ?? asked.callbackUrl, publicUrl());
  if ((await visitor()) !== null) redirect(next);
  const t = await getTranslations('account.logIn');
  const typed = (await cookies()).get(typedCookie)?.value ?? '';
  return (
    <FormPage title={t('title')} lead={next === '/' ? undefined : t('first')}>
      {asked.done === 'password' && (
        <Notice kind="done" className="mb-4">
          {t('done')}
        </Notice>
      )}
      <LogInForm next={next} typed={typed} refused={await refusedWords(asked.error)} demoEmails={environment().DEMO === '1' ? demoEmails : null} />
      <div className="mt-8 border-t border-line pt-6">
        <p className="mb-3">{t('noAccount')}</p>
        <LinkButton href={next === '/' ? '/register' : `/register?next=${encodeURIComponent(next)}`} className="w-full">
          {t('register')}
        </LinkButton>
      </div>
    </FormPage>
  );
}

const demoEmails = ['anggota@pinjam.example', 'anggota2@pinjam.example', 'pustakawan@pinjam.example', 'admin@pinjam.example'] as const;

/** Words for a form that came back without JavaScript. */
async function refusedWords(code: string | undefined): Promise<{ title: string; detail: string } | null> {
  if (code === undefined) return null;
  const locale = chooseLocale(await getLocale(), null);
  if (code === 'too-many-tries') return wordsFor(locale, { code, retryAfterSeconds: 60 });
  return wordsFor(locale, { code: 'wrong-credentials' });
}
