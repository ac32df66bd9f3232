'use client';

import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { Button } from '@/app/_components/button';
import { callApi } from '@/app/_components/call-api';
import { TextField } from '@/app/_components/field';
import { ProblemNotice } from '../_title/problem-notice';
import { Saved } from './saved';
import { useDeed } from './use-deed';

type Numbers = { copyCount: number; loanCount: number; offerCount: number; retiringCount: number; waitingCount: number };

/** Rule 7 in words before the deed: what fewer copies do to those that are lent, what more do for the queue. */
export function CopiesForm({ id, copyCount, loanCount, offerCount, retiringCount, waitingCount }: { id: string } & Numbers) {
  const t = useTranslations('collection.copies');
  const [typed, setTyped] = useState<string | null>(null);
  const { busy, done, problem, run } = useDeed();
  const shown = typed ?? String(copyCount);
  const count = Number(shown);
  const stayOut = Math.max(0, loanCount + offerCount - retiringCount - count);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (await run(() => callApi('PUT', `/api/admin/titles/${id}/copies`, { count }))) setTyped(null);
  }

  return (
    <form onSubmit={submit} className="space-y-3">
      <div className="flex flex-wrap items-end gap-3">
        <TextField name="count" label={t('count')} type="number" min={0} max={10_000} required inputMode="numeric" value={shown} onChange={(event) => setTyped(event.target.value)} className="w-44" />
        <Button type="submit" aria-busy={busy} disabled={count === copyCount || shown === ''}>
          {t('change')}
        </Button>
        <Saved done={done && typed === null} />
      </div>
      <p aria-live="polite" className="text-ink-soft">
        {count < copyCount && stayOut > 0 && t('fewerLent', { count: stayOut })}
        {count < copyCount && stayOut === 0 && t('fewer', { count: copyCount - count })}
        {count > copyCount && t('more', { count: count - copyCount, waiting: waitingCount })}
        {count === copyCount && retiringCount > 0 && t('retiring', { count: retiringCount })}
      </p>
      {problem !== null && <ProblemNotice problem={problem.said} />}
    </form>
  );
}
