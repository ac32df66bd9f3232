'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { LinkButton } from '@/app/_components/button';
import { callApi, type Called } from '@/app/_components/call-api';
import { FormProblem } from '@/app/_components/form-problem';
import { Notice } from '@/app/_components/notice';

/** Hands the link's proof over (it stands after the #, which no server sees) and says what became of it. */
export function Verify() {
  const t = useTranslations('account.verify');
  const [called, setCalled] = useState<Called<unknown> | null>(null);

  useEffect(() => {
    void callApi('POST', '/api/email-verifications', { proof: window.location.hash.slice(1) }).then(setCalled);
  }, []);

  if (called === null) return <p role="status">{t('working')}</p>;
  if (!called.ok) return <FormProblem problem={called.problem ?? 'network'} actions={<LinkButton href="/account">{t('toAccount')}</LinkButton>} />;
  return (
    <Notice kind="done" live title={t('done')} actions={<LinkButton href="/" look="main">{t('toCollection')}</LinkButton>}>
      {t('doneText')}
    </Notice>
  );
}
