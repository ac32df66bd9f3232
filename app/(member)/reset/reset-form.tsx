'use client';

import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { Button, LinkButton } from '@/app/_components/button';
import { callApi, postForm } from '@/app/_components/call-api';
import { TextField } from '@/app/_components/field';
import { FormProblem } from '@/app/_components/form-problem';
import { useForm } from '@/app/_components/use-form';
import { codeLength } from '@/lib/domain/members/reset';
import { passwordLength } from '@/lib/domain/members/password';
import { useFieldProblem } from '../_components/field-problem';
import { PasswordField } from '../_components/password-field';

/** By the link (its secret stands after the #, which no server sees) or by member number and code; then logs in. */
export function ResetForm() {
  const t = useTranslations('account');
  const secret = useSyncExternalStore(onHashChange, () => window.location.hash.slice(1), () => '');
  const { form, busy, done, problem, errorOf, onSubmit } = useForm(
    (fields) => callApi<{ memberNumber: string }>('POST', '/api/password-resets/completion', secret === '' ? fields : { secret, password: fields.password }),
    async ({ memberNumber }, _, { password = '' }) => {
      const loggedIn = await postForm('/api/auth/callback/credentials', { identifier: memberNumber, password });
      window.location.assign(loggedIn.ok ? '/account?done=password' : '/login?done=password');
    },
  );
  const problemOf = useFieldProblem(errorOf);
  return (
    <form ref={form} method="post" onSubmit={onSubmit} className="space-y-4">
      <FormProblem problem={problem} actions={secret !== '' && <LinkButton href="/forgot">{t('reset.another')}</LinkButton>} />
      {secret !== '' && <p>{t('reset.linkText')}</p>}
      {secret === '' && (
        <>
          <TextField name="identifier" label={t('logIn.identifier')} error={problemOf('identifier')} autoComplete="username" autoCapitalize="none" spellCheck={false} required maxLength={300} />
          <TextField name="code" label={t('reset.code')} hint={t('reset.codeHint')} error={problemOf('code')} inputMode="numeric" autoComplete="one-time-code" required maxLength={codeLength + 4} className="[&_input]:tracking-widest [&_input]:tabular-nums" />
        </>
      )}
      <PasswordField name="password" label={t('password.new')} hint={t('password.hint', { min: passwordLength.min })} error={problemOf('password')} autoComplete="new-password" required minLength={passwordLength.min} maxLength={passwordLength.max} />
      <Button type="submit" look="main" className="w-full" aria-busy={busy || done}>
        {t('reset.submit')}
      </Button>
    </form>
  );
}

function onHashChange(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}
