'use client';

import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { Button } from '@/app/_components/button';
import { callApi } from '@/app/_components/call-api';
import { TextField } from '@/app/_components/field';
import { WhatOfLoansField, type WhatOfLoans } from '../_licences/what-of-loans';
import { ProblemNotice } from '../_title/problem-notice';
import { useDeed } from './use-deed';

/** Says what will happen to whom, asks for the reason that members are told, then does it. */
export function WithdrawForm({ id, loans, holds }: { id: string; loans: number; holds: number }) {
  const t = useTranslations('collection.withdraw');
  const [reason, setReason] = useState('');
  const [whatOfLoans, setWhatOfLoans] = useState<WhatOfLoans>('run-out');
  const { busy, problem, run } = useDeed();

  function submit(event: FormEvent): void {
    event.preventDefault();
    void run(() => callApi('POST', `/api/admin/titles/${id}/withdrawal`, { reason, loans: whatOfLoans }));
  }

  return (
    <form onSubmit={submit} className="max-w-2xl space-y-3">
      <p>{t('effect', { loans, holds })}</p>
      {loans > 0 && <WhatOfLoansField name="loans" value={whatOfLoans} onChange={setWhatOfLoans} />}
      <TextField name="reason" label={t('reason')} required maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} autoComplete="off" />
      {problem !== null && <ProblemNotice problem={problem.said} />}
      <Button type="submit" look="loss" aria-busy={busy} disabled={reason.trim() === ''}>
        {t('withdraw')}
      </Button>
    </form>
  );
}
