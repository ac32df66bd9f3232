'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/app/_components/button';
import { callApi } from '@/app/_components/call-api';
import { FormProblem } from '@/app/_components/form-problem';
import { Notice } from '@/app/_components/notice';
import { useForm } from '@/app/_components/use-form';
import { useFormats } from '@/app/_components/use-formats';

type Issued = { readonly code: string; readonly validUntil: string };

/** The code is shown once, large enough to be read out. */
export function CodeForm({ id, name }: { id: string; name: string }) {
  const t = useTranslations('account.desk');
  const formats = useFormats();
  const [issued, setIssued] = useState<Issued | null>(null);
  const { form, busy, problem, onSubmit } = useForm(() => callApi<Issued>('POST', `/api/admin/members/${id}/reset-code`), setIssued);
  return (
    <form ref={form} onSubmit={onSubmit} className="space-y-4">
      <p className="text-sm text-ink-soft">{t('codeText')}</p>
      <FormProblem problem={problem} />
      {issued !== null && (
        <Notice kind="done" title={t('codeShown', { name })} live>
          <p className="text-2xl font-bold tracking-widest tabular-nums">{issued.code.replace(/(\d{4})(\d{4})/, '$1 $2')}</p>
          <p>{t('codeUntil', { until: formats.instant(new Date(issued.validUntil)) })}</p>
          <p>{t('codeWhere', { path: '/reset' })}</p>
        </Notice>
      )}
      <Button type="submit" aria-busy={busy}>
        {t('codeSubmit')}
      </Button>
    </form>
  );
}
