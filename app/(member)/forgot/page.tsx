import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { environment } from '@/lib/config/environment';
import { LinkButton } from '@/app/_components/button';
import { orAway } from '@/app/_components/or-away';
import { FormPage } from '../_components/form-page';
import { ForgotForm } from './forgot-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account.forgot'))('title') };
}

/** Two ways to a new password: a link by e-mail (where mail is set up), a code from a librarian. */
export default orAway(ForgotPage);

async function ForgotPage() {
  const t = await getTranslations('account.forgot');
  return (
    <FormPage title={t('title')}>
      {environment().SMTP_URL !== undefined && (
        <section className="mb-8">
          <h2 className="mb-1 text-lg font-bold">{t('byMail')}</h2>
          <p className="mb-3">{t('byMailText')}</p>
          <ForgotForm />
        </section>
      )}
      <section>
        <h2 className="mb-1 text-lg font-bold">{t('byCode')}</h2>
        <p className="mb-3">{t('byCodeText')}</p>
        <div className="flex flex-wrap gap-2">
          <LinkButton href="/reset">{t('haveCode')}</LinkButton>
          <LinkButton href="/login" look="quiet" className="max-sm:-ml-4">
            {t('back')}
          </LinkButton>
        </div>
      </section>
    </FormPage>
  );
}
