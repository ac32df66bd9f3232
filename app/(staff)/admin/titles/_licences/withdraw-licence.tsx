'use client';

import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { Button } from '@/app/_components/button';
import { callApi } from '@/app/_components/call-api';
import { TextField } from '@/app/_components/field';
import { useDeed } from '../[id]/use-deed';
import { ProblemNotice } from '../_title/problem-notice';
import { WhatOfLoansField, type WhatOfLoans } from './what-of-loans';

/** Ends one licence; says what becomes of whom, asks for the reason that members are told. */
export function WithdrawLicence({ titleId, licenceId, loans, offers }: { titleId: string; licenceId: string; loans: number; offers: number }) {
  const t = useTranslations('collection.licences');
  const [reason, setReason] = useState('');
  const [whatOfLoans, setWhatOfLoans] = useState<WhatOfLoans>('run-out');
  const { busy, problem, run } = useDeed();

  function submit(event: FormEvent): void {
    event.preventDefault();
    void run(() => callApi('POST', `/api/admin/titles/${titleId}/licences/${licenceId}/withdrawal`, { reason, loans: whatOfLoans }));
  }

  return (
    <details className="mt-1">
      <summary className="folded tap flex cursor-pointer items-center font-semibold text-brick">{t('withdraw')}</summary>
      <form onSubmit={submit} className="mt-2 max-w-2xl space-y-3">
        <p>{t('withdrawEffect', { loans, offers })}</p>
        {loans > 0 && <WhatOfLoansField name={`loans-${licenceId}`} value={whatOfLoans} onChange={setWhatOfLoans} />}
        <TextField name={`reason-${licenceId}`} label={t('reason')} required maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} autoComplete="off" />
        {problem !== null && <ProblemNotice problem={problem.said} />}
        <Button type="submit" look="loss" aria-busy={busy} disabled={reason.trim() === ''}>
          {t('withdraw')}
        </Button>
      </form>
    </details>
  );
}
