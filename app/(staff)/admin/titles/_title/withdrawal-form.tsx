'use client';

import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { Button } from '@/app/_components/button';
import { callApi } from '@/app/_components/call-api';
import { TextField } from '@/app/_components/field';
import { useDeed } from '../[id]/use-deed';
import { ProblemNotice } from './problem-notice';
import { WhatOfLoansField, type WhatOfLoans } from './what-of-loans';

/** Says what will happen to whom, asks for the reason that members are told, then withdraws what stands at `address`. */
export function WithdrawalForm({ address, effect, loans, submit: words }: { address: string; effect: string; loans: number; submit: string }) {
  const t = useTranslations('collection.withdraw');
  const [reason, setReason] = useState('');
  const [whatOfLoans, setWhatOfLoans] = useState<WhatOfLoans>('run-out');
  const { busy, problem, run } = useDeed();

  function submit(event: FormEvent): void {
    event.preventDefault();
    void run(() => callApi('POST', `${address}/withdrawal`, { reason, loans: whatOfLoans }));
  }

  return (
    <form onSubmit={submit} className="max-w-2xl space-y-3">
      <p>{effect}</p>
      {loans > 0 && <WhatOfLoansField value={whatOfLoans} onChange={setWhatOfLoans} />}
      <TextField name="reason" label={t('reason')} required maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} autoComplete="off" />
      {problem !== null && <ProblemNotice problem={problem.said} />}
      <Button type="submit" look="loss" aria-busy={busy} disabled={reason.trim() === ''}>
        {words}
      </Button>
    </form>
  );
}
