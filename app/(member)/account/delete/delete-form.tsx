'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/app/_components/button';
import { callApi, type Called } from '@/app/_components/call-api';
import { TextField } from '@/app/_components/field';
import { FormProblem } from '@/app/_components/form-problem';
import { useForm } from '@/app/_components/use-form';
import { normalMemberNumber, readableMemberNumber } from '@/lib/domain/members/identifier';

/** The one act that cannot be undone: the number is written by hand. */
export function DeleteForm({ memberNumber }: { memberNumber: string }) {
  const t = useTranslations('account.delete');
  const [wrong, setWrong] = useState(false);
  const { form, busy, done, problem, onSubmit } = useForm(
    async ({ confirmation = '' }): Promise<Called<unknown>> => {
      const isWrong = normalMemberNumber(confirmation) !== memberNumber;
      setWrong(isWrong);
      return isWrong ? { ok: true, value: 'wrong' } : callApi('DELETE', '/api/me');
    },
    (value) => {
      if (value !== 'wrong') window.location.assign('/');
    },
  );
  return (
    <form ref={form} onSubmit={onSubmit} className="space-y-4">
      <FormProblem problem={problem} />
      <TextField name="confirmation" label={t('confirm')} hint={readableMemberNumber(memberNumber)} error={wrong ? t('confirmWrong') : undefined} autoComplete="off" autoCapitalize="characters" required maxLength={40} />
      <Button type="submit" look="loss" className="w-full" aria-busy={busy || (done && !wrong)}>
        {t('submit')}
      </Button>
    </form>
  );
}
