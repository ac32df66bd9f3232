'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/app/_components/button';
import { callApi } from '@/app/_components/call-api';
import { TextField } from '@/app/_components/field';
import { FormProblem } from '@/app/_components/form-problem';
import { Notice } from '@/app/_components/notice';
import { useForm } from '@/app/_components/use-form';
import { useFieldProblem } from '../_components/field-problem';

/** The answer is the same whether or not the account exists. */
export function ForgotForm() {
  const t = useTranslations('account');
  const { form, busy, done, problem, errorOf, onSubmit } = useForm(({ identifier = '' }) => callApi('POST', '/api/password-resets', { identifier }));
  const problemOf = useFieldProblem(errorOf);
  return (
    <form ref={form} onSubmit={onSubmit} className="space-y-4">
      <FormProblem problem={problem} />
      {done && (
        <Notice kind="done" title={t('forgot.sentTitle')} live>
          {t('forgot.sentText')}
        </Notice>
      )}
      <TextField name="identifier" label={t('logIn.identifier')} error={problemOf('identifier')} autoComplete="username" autoCapitalize="none" autoCorrect="off" spellCheck={false} required maxLength={300} />
      <Button type="submit" look="main" className="w-full" aria-busy={busy}>
        {t('forgot.submit')}
      </Button>
    </form>
  );
}
