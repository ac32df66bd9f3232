'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/app/_components/button';
import { callApi } from '@/app/_components/call-api';
import { FormProblem } from '@/app/_components/form-problem';
import { Notice } from '@/app/_components/notice';
import { useForm } from '@/app/_components/use-form';

/** Says that a link is on its way to the address, and sends another when it got lost. */
export function UnverifiedEmail({ email }: { email: string }) {
  const t = useTranslations('account.verify');
  const { form, busy, done, problem, onSubmit } = useForm(() => callApi('POST', '/api/me/email-verification'));
  return (
    <form ref={form} onSubmit={onSubmit} className="space-y-3">
      <FormProblem problem={problem} />
      <Notice
        title={t('open')}
        live={done}
        actions={
          !done && (
            <Button type="submit" aria-busy={busy}>
              {t('again')}
            </Button>
          )
        }
      >
        <p className="[overflow-wrap:anywhere]">{t(done ? 'sentText' : 'openText', { email })}</p>
      </Notice>
    </form>
  );
}
