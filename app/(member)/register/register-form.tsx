'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/app/_components/button';
import { callApi, postForm, type Called } from '@/app/_components/call-api';
import { CheckField } from '@/app/_components/field';
import { FormProblem } from '@/app/_components/form-problem';
import { Icon } from '@/app/_components/icon';
import { useForm } from '@/app/_components/use-form';
import { passwordLength } from '@/lib/domain/members/password';
import { consentVersion } from '@/lib/domain/members/profile';
import { useFieldProblem } from '../_components/field-problem';
import { PasswordField } from '../_components/password-field';
import { PersonFields } from '../_components/person-fields';

/** Registers, logs in with the number just given, and shows that number. */
export function RegisterForm({ next }: { next: string }) {
  const t = useTranslations('account');
  const { form, busy, done, problem, errorOf, onSubmit } = useForm(
    async ({ consent, ...fields }): Promise<Called<{ memberNumber: string }>> => {
      if (consent === undefined) return { ok: false, problem: { status: 422, code: 'bad-request', title: '', detail: '', errors: [{ path: 'consent', message: 'consent' }] } };
      return callApi('POST', '/api/members', { ...fields, consentVersion });
    },
    async ({ memberNumber }, _, { password = '' }) => {
      const loggedIn = await postForm('/api/auth/callback/credentials', { identifier: memberNumber, password });
      window.location.assign(loggedIn.ok ? `/account?${new URLSearchParams({ welcome: '1', next })}` : '/login');
    },
  );
  const problemOf = useFieldProblem(errorOf);
  return (
    <form ref={form} method="post" onSubmit={onSubmit} noValidate className="space-y-4">
      {errorOf('consent') === undefined && <FormProblem problem={problem} />}
      <PersonFields problemOf={problemOf} />
      <PasswordField name="password" label={t('logIn.password')} hint={t('password.hint', { min: passwordLength.min })} error={problemOf('password')} autoComplete="new-password" required minLength={passwordLength.min} maxLength={passwordLength.max} />
      <details className="group rounded border border-line px-4 py-1">
        <summary className="tap flex list-none items-center justify-between gap-2 font-semibold [&::-webkit-details-marker]:hidden">
          {t('register.consentTitle')}
          <Icon name="down" className="size-4 text-ink-soft transition-transform duration-150 group-open:rotate-180" />
        </summary>
        <ul className="list-disc space-y-1 pb-3 pl-5 text-ink-soft">
          {(['profile', 'reading', 'retention', 'delete'] as const).map((point) => (
            <li key={point}>{t(`register.consentPoints.${point}`)}</li>
          ))}
        </ul>
      </details>
      <CheckField name="consent" label={t('register.consent')} error={problemOf('consent')} required />
      <Button type="submit" look="main" className="w-full" aria-busy={busy || done}>
        {t('register.submit')}
      </Button>
    </form>
  );
}
