'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useFieldProblem } from '@/app/(member)/_components/field-problem';
import { PersonFields } from '@/app/(member)/_components/person-fields';
import { Button } from '@/app/_components/button';
import { callApi } from '@/app/_components/call-api';
import { CheckField, TextField } from '@/app/_components/field';
import { FormProblem } from '@/app/_components/form-problem';
import { useForm } from '@/app/_components/use-form';
import { passwordLength } from '@/lib/domain/members/password';
import { consentVersion } from '@/lib/domain/members/profile';

/** Somebody stands at the desk: the librarian types, the member takes number and first password home. */
export function DeskRegisterForm() {
  const t = useTranslations('account');
  const router = useRouter();
  const { form, busy, done, problem, errorOf, onSubmit } = useForm(
    ({ consent, ...fields }) => callApi<{ id: string }>('POST', '/api/admin/members', { ...fields, consentVersion: consent === undefined ? null : consentVersion }),
    ({ id }) => router.push(`/admin/members/${id}?new=1`),
  );
  const problemOf = useFieldProblem(errorOf);
  return (
    <form ref={form} method="post" onSubmit={onSubmit} className="space-y-4" autoComplete="off">
      <FormProblem problem={problem} />
      <PersonFields problemOf={problemOf} />
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <TextField name="category" label={t('desk.category')} hint={t('desk.categoryHint')} error={problemOf('category')} maxLength={60} />
        <TextField name="validUntil" type="date" label={t('desk.validUntil')} hint={t('desk.validUntilHint')} error={problemOf('validUntil')} />
      </div>
      <TextField name="password" label={t('desk.firstPassword')} hint={t('password.hint', { min: passwordLength.min })} error={problemOf('password')} autoComplete="off" autoCapitalize="none" spellCheck={false} required minLength={passwordLength.min} maxLength={passwordLength.max} />
      <CheckField name="consent" label={t('desk.consent')} />
      <Button type="submit" look="main" aria-busy={busy || done}>
        {t('desk.register')}
      </Button>
    </form>
  );
}
