'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button, buttonClasses } from '@/app/_components/button';
import { callApi } from '@/app/_components/call-api';
import { TextField } from '@/app/_components/field';
import { FormProblem } from '@/app/_components/form-problem';
import { Notice } from '@/app/_components/notice';
import { useForm } from '@/app/_components/use-form';
import { useFormats } from '@/app/_components/use-formats';

type Look = { readonly url: string; readonly expiresAt: string };

/** Rule 12: staff may look into a title without a loan, and the reason is kept. The address lives for two minutes. */
export function LookInto({ id }: { id: string }) {
  const t = useTranslations('collection.look');
  const formats = useFormats();
  const [look, setLook] = useState<Look | null>(null);
  const { form, busy, problem, errorOf, onSubmit } = useForm(({ reason }) => callApi<Look>('POST', `/api/admin/titles/${id}/looks`, { reason }), (value, element) => {
    element.reset();
    setLook(value);
  });
  return (
    <form ref={form} onSubmit={onSubmit} className="max-w-2xl space-y-3" autoComplete="off">
      <p>{t('text')}</p>
      <FormProblem problem={problem} />
      {look !== null && (
        <Notice
          kind="done"
          live
          title={t('ready')}
          actions={
            <a href={look.url} target="_blank" rel="noopener noreferrer" className={buttonClasses('main')}>
              {t('open')}
            </a>
          }
        >
          {t('until', { clock: formats.clock(new Date(look.expiresAt)) })}
        </Notice>
      )}
      <TextField name="reason" label={t('reason')} error={errorOf('reason') === undefined ? undefined : t('reasonShort')} required maxLength={500} />
      <Button type="submit" aria-busy={busy}>
        {t('submit')}
      </Button>
    </form>
  );
}
