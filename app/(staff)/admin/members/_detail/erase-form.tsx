'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/app/_components/button';
import { callApi, type Called } from '@/app/_components/call-api';
import { TextField } from '@/app/_components/field';
import { FormProblem } from '@/app/_components/form-problem';
import { useForm } from '@/app/_components/use-form';
import { normalMemberNumber, readableMemberNumber } from '@/lib/domain/members/identifier';

/** It cannot be undone: the member's number is written by hand. */
export function EraseForm({ id, memberNumber }: { id: string; memberNumber: string }) {
  const t = useTranslations('account');
  const [wrong, setWrong] = useState(false);
  const { form, busy, done, problem, onSubmit } = useForm(
    async ({ confirmation = '' }): Promise<Called<unknown>> => {
      const isWrong = normalMemberNumber(confirmation) !== memberNumber;
      setWrong(isWrong);
      return isWrong ? { ok: true, value: 'wrong' } : callApi('DELETE', `/api/admin/members/${id}`);
    },
    (value) => {
      if (value !== 'wrong') window.location.assign('/admin/members?done=erased');
    },
  );
  return (
    <form ref={form} onSubmit={onSubmit} className="space-y-4" autoComplete="off">
      <FormProblem problem={problem} />
      <p className="text-sm text-ink-soft">{t('desk.eraseText')}</p>
      <TextField name="confirmation" label={t('desk.eraseConfirm')} hint={readableMemberNumber(memberNumber)} error={wrong ? t('desk.eraseWrong') : undefined} autoCapitalize="characters" required maxLength={40} />
      <Button type="submit" look="loss" aria-busy={busy || (done && !wrong)}>
        {t('desk.eraseSubmit')}
      </Button>
    </form>
  );
}
