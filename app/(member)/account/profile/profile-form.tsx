'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { Button } from '@/app/_components/button';
import { callApi } from '@/app/_components/call-api';
import { CheckField, SelectField } from '@/app/_components/field';
import { FormProblem } from '@/app/_components/form-problem';
import { Notice } from '@/app/_components/notice';
import { useForm } from '@/app/_components/use-form';
import { useFieldProblem } from '../../_components/field-problem';
import { PersonFields, type Person } from '../../_components/person-fields';

export function ProfileForm({ person, locale, emailNotices }: { person: Person; locale: string; emailNotices: boolean }) {
  const t = useTranslations('account.profile');
  const router = useRouter();
  const { form, busy, done, problem, errorOf, onSubmit } = useForm(
    ({ emailNotices: wanted, ...fields }) => callApi('PATCH', '/api/me', { ...fields, channels: { email: wanted !== undefined } }),
    () => router.refresh(),
  );
  const problemOf = useFieldProblem(errorOf);
  return (
    <form ref={form} onSubmit={onSubmit} className="space-y-4">
      <FormProblem problem={problem} />
      <h2 className="text-lg font-bold">{t('about')}</h2>
      <PersonFields person={person} problemOf={problemOf} />
      <h2 className="pt-4 text-lg font-bold">{t('notices')}</h2>
      <CheckField name="emailNotices" label={t('emailNotices')} hint={t('emailNoticesHint')} defaultChecked={emailNotices} />
      <SelectField name="locale" label={t('locale')} defaultValue={locale}>
        <option value="id">{t('locales.id')}</option>
        <option value="en">{t('locales.en')}</option>
      </SelectField>
      <Button type="submit" look="main" className="w-full" aria-busy={busy}>
        {t('submit')}
      </Button>
      {done && (
        <Notice kind="done" live>
          {t('done')}
        </Notice>
      )}
    </form>
  );
}
