'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { Button } from '@/app/_components/button';
import { callApi } from '@/app/_components/call-api';
import { TextField } from '@/app/_components/field';
import { FormProblem } from '@/app/_components/form-problem';
import { useForm } from '@/app/_components/use-form';
import type { CategoryPolicy } from '@/lib/domain/lending/policy';
import { TermsFields } from '../_components/terms-fields';
import { lengthFields, typedTerms } from '../_components/typed-terms';

const names = [...lengthFields, 'loanLimit', 'holdLimit', 'renewalLimit'] as const;

/** One category's rules: an empty field leaves the value to the general rules. */
export function CategoryForm({ said }: { said: CategoryPolicy | null }) {
  const t = useTranslations('policy.categories');
  const router = useRouter();
  const { form, busy, problem, onSubmit, errorOf } = useForm(send, (_, element) => {
    if (said === null) element.reset();
    router.refresh();
  });

  function send(fields: Record<string, string>) {
    return callApi('PUT', `/api/admin/policy/categories/${encodeURIComponent(said?.category ?? (fields['category'] ?? '').trim())}`, typedTerms(names, fields));
  }

  const hasFieldErrors = names.some((name) => errorOf(name) !== undefined);
  return (
    <form ref={form} onSubmit={(event) => void onSubmit(event)} noValidate className="mt-2 max-w-3xl space-y-4">
      {said === null && <TextField name="category" label={t('name')} required maxLength={60} className="max-w-xs" />}
      <div className="grid items-end gap-4 sm:grid-cols-3">
        <TermsFields names={names} said={said} errorOf={errorOf} />
      </div>
      {!hasFieldErrors && <FormProblem problem={problem} />}
      <Button type="submit" aria-busy={busy}>
        {t('save')}
      </Button>
    </form>
  );
}
