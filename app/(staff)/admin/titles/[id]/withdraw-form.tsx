'use client';

import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { Button } from '@/app/_components/button';
import { callApi } from '@/app/_components/call-api';
import { TextField } from '@/app/_components/field';
import { ProblemNotice } from '../_title/problem-notice';
import { useDeed } from './use-deed';

/** Says what will happen to whom, asks for the reason that members are told, then does it. */
export function WithdrawForm({ id, loans, holds }: { id: string; loans: number; holds: number }) {
  const t = useTranslations('collection.withdraw');
  const [reason, setReason] = useState('');
  const { busy, problem, run } = useDeed();

  function submit(event: FormEvent): void {
    event.preventDefault();
    void run(() => callApi('POST', `/api/admin/titles/${id}/withdrawal`, { reason }));
  }

  return (
    <form onSubmit={submit} className="max-w-2xl space-y-3">
      <p>{t('effect', { loans, holds })}</p>
      <TextField name="reason" label={t('reason')} required maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} autoComplete="off" />
      {problem !== null && <ProblemNotice problem={problem.said} />}
      <Button type="submit" look="loss" aria-busy={busy} disabled={reason.trim() === ''}>
        {t('withdraw')}
      </Button>
    </form>
  );
}
