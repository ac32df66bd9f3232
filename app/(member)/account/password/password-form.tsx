'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/app/_components/button';
import { callApi } from '@/app/_components/call-api';
import { FormProblem } from '@/app/_components/form-problem';
import { Notice } from '@/app/_components/notice';
import { useForm } from '@/app/_components/use-form';
import { passwordLength } from '@/lib/domain/members/password';
import { useFieldProblem } from '../../_components/field-problem';
import { PasswordField } from '../../_components/password-field';

export function PasswordForm({ memberNumber }: { memberNumber: string }) {
  const t = useTranslations('account.password');
  const { form, busy, done, problem, errorOf, onSubmit } = useForm(
    ({ current = '', password = '' }) => callApi('PUT', '/api/me/password', { current, password }),
    (_, element) => element.reset(),
  );
  const problemOf = useFieldProblem(errorOf);
  return (
    <form ref={form} method="post" onSubmit={onSubmit} className="space-y-4">
      <FormProblem problem={problem} />
      {done && (
        <Notice kind="done" live>
          {t('done')}
        </Notice>
      )}
      {/* tells password managers whose password this is */}
      <input type="text" name="username" autoComplete="username" value={memberNumber} readOnly hidden />
      <PasswordField name="current" label={t('current')} error={problemOf('current')} autoComplete="current-password" required maxLength={1000} />
      <PasswordField name="password" label={t('new')} hint={t('hint', { min: passwordLength.min })} error={problemOf('password')} autoComplete="new-password" required minLength={passwordLength.min} maxLength={passwordLength.max} />
      <Button type="submit" look="main" className="w-full" aria-busy={busy}>
        {t('submit')}
      </Button>
    </form>
  );
}
