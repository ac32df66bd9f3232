'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { Button } from '@/app/_components/button';
import { callApi } from '@/app/_components/call-api';
import { TextField } from '@/app/_components/field';
import { FormProblem } from '@/app/_components/form-problem';
import { useForm } from '@/app/_components/use-form';
import type { TitleTerms } from '@/lib/domain/lending/policy';
import { daysOf, durationOfDays } from '@/lib/domain/policy/length';
import { Saved } from './saved';

const durations = { loanPeriod: 'period', pickupWindow: 'window', renewalWindow: 'renewal' } as const;

/** The title's own rules: an empty field leaves the value to the member's category and the general rules. */
export function TermsForm({ id, own }: { id: string; own: TitleTerms }) {
  const t = useTranslations('policy.categories');
  const say = useTranslations('collection.terms');
  const router = useRouter();
  const { form, busy, done, problem, onSubmit, errorOf } = useForm(send, () => router.refresh());

  function send(fields: Record<string, string>) {
    const renewals = (fields['renewalLimit'] ?? '').trim();
    const body = { loanPeriod: durationOfDays(fields['loanPeriod'] ?? ''), pickupWindow: durationOfDays(fields['pickupWindow'] ?? ''), renewalWindow: durationOfDays(fields['renewalWindow'] ?? ''), renewalLimit: renewals === '' ? null : Number(renewals) };
    return callApi('PUT', `/api/admin/titles/${id}/terms`, body);
  }

  const hasFieldErrors = [...Object.keys(durations), 'renewalLimit'].some((name) => errorOf(name) !== undefined);
  return (
    <form ref={form} onSubmit={(event) => void onSubmit(event)} noValidate className="max-w-3xl space-y-4">
      <p className="max-w-prose text-ink-soft">{say('intro')}</p>
      <div className="grid items-end gap-4 sm:grid-cols-4">
        {(Object.keys(durations) as (keyof typeof durations)[]).map((name) => (
          <TextField key={name} name={name} label={t(durations[name])} hint={t('days')} error={errorOf(name)} inputMode="numeric" maxLength={30} defaultValue={daysOf(own[name])} autoComplete="off" />
        ))}
        <TextField name="renewalLimit" label={t('renewals')} error={errorOf('renewalLimit')} inputMode="numeric" maxLength={4} defaultValue={own.renewalLimit ?? ''} autoComplete="off" />
      </div>
      {!hasFieldErrors && <FormProblem problem={problem} />}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" aria-busy={busy}>
          {say('save')}
        </Button>
        <Saved done={done} />
      </div>
    </form>
  );
}
