'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { Button } from '@/app/_components/button';
import { callApi } from '@/app/_components/call-api';
import { FormProblem } from '@/app/_components/form-problem';
import { useForm } from '@/app/_components/use-form';
import type { TitleTerms } from '@/lib/domain/lending/policy';
import { TermsFields } from '../../_components/terms-fields';
import { lengthFields, typedTerms } from '../../_components/typed-terms';
import { Saved } from './saved';

const names = [...lengthFields, 'renewalLimit'] as const;

/** The title's own rules: an empty field leaves the value to the member's category and the general rules. */
export function TermsForm({ id, own }: { id: string; own: TitleTerms }) {
  const t = useTranslations('collection.terms');
  const router = useRouter();
  const send = (fields: Record<string, string>) => callApi('PUT', `/api/admin/titles/${id}/terms`, typedTerms(names, fields));
  const { form, busy, done, problem, onSubmit, errorOf } = useForm(send, () => router.refresh());

  const hasFieldErrors = names.some((name) => errorOf(name) !== undefined);
  return (
    <form ref={form} onSubmit={(event) => void onSubmit(event)} noValidate className="max-w-3xl space-y-4">
      <p className="max-w-prose text-ink-soft">{t('intro')}</p>
      <div className="grid items-end gap-4 sm:grid-cols-4">
        <TermsFields names={names} said={own} errorOf={errorOf} />
      </div>
      {!hasFieldErrors && <FormProblem problem={problem} />}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" aria-busy={busy}>
          {t('save')}
        </Button>
        <Saved done={done} />
      </div>
    </form>
  );
}
