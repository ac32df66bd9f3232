'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { Button } from '@/app/_components/button';
import { callApi } from '@/app/_components/call-api';
import { TextField } from '@/app/_components/field';
import { FormProblem } from '@/app/_components/form-problem';
import { useForm } from '@/app/_components/use-form';
import type { CategoryPolicy } from '@/lib/domain/lending/policy';
import { daysOf, durationOfDays } from '@/lib/domain/policy/length';

const durations = { loanPeriod: 'period', pickupWindow: 'window', renewalWindow: 'renewal' } as const;
const counts = { loanLimit: 'loans', holdLimit: 'holds', renewalLimit: 'renewals' } as const;

/** One category's rules: lengths in days, an empty field leaves the value to the general rules. */
export function CategoryForm({ said }: { said: CategoryPolicy | null }) {
  const t = useTranslations('policy.categories');
  const router = useRouter();
  const { form, busy, problem, onSubmit, errorOf } = useForm(send, (_, element) => {
    if (said === null) element.reset();
    router.refresh();
  });

  function send(fields: Record<string, string>) {
    const days = (name: string) => durationOfDays(fields[name] ?? '');
    const count = (name: string) => ((fields[name] ?? '').trim() === '' ? null : Number(fields[name]));
    const body = { loanPeriod: days('loanPeriod'), pickupWindow: days('pickupWindow'), renewalWindow: days('renewalWindow'), loanLimit: count('loanLimit'), holdLimit: count('holdLimit'), renewalLimit: count('renewalLimit') };
    return callApi('PUT', `/api/admin/policy/categories/${encodeURIComponent(said?.category ?? (fields['category'] ?? '').trim())}`, body);
  }

  const id = (name: string) => `${said?.category ?? 'baru'}-${name}`;
  const hasFieldErrors = [...Object.keys(durations), ...Object.keys(counts)].some((name) => errorOf(name) !== undefined);
  return (
    <form ref={form} onSubmit={(event) => void onSubmit(event)} noValidate className="mt-2 max-w-3xl space-y-4">
      {said === null && <TextField name="category" id={id('category')} label={t('name')} required maxLength={60} className="max-w-xs" />}
      <div className="grid items-end gap-4 sm:grid-cols-3">
        {(Object.keys(durations) as (keyof typeof durations)[]).map((name) => (
          <TextField key={name} name={name} id={id(name)} label={t(durations[name])} hint={t('days')} error={errorOf(name)} inputMode="numeric" maxLength={30} defaultValue={daysOf(said?.[name] ?? null)} />
        ))}
        {(Object.keys(counts) as (keyof typeof counts)[]).map((name) => (
          <TextField key={name} name={name} id={id(name)} label={t(counts[name])} error={errorOf(name)} inputMode="numeric" maxLength={4} defaultValue={said?.[name] ?? ''} />
        ))}
      </div>
      {!hasFieldErrors && <FormProblem problem={problem} />}
      <Button type="submit" aria-busy={busy}>
        {t('save')}
      </Button>
    </form>
  );
}
