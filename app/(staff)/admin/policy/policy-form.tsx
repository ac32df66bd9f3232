'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState, type ReactNode } from 'react';
import { Button } from '@/app/_components/button';
import { callApi, type Called } from '@/app/_components/call-api';
import { CheckField, TextField } from '@/app/_components/field';
import { FormProblem } from '@/app/_components/form-problem';
import { Notice } from '@/app/_components/notice';
import { useForm } from '@/app/_components/use-form';
import type { Policy } from '@/lib/domain/lending/policy';
import { durationFields, type countFields } from '@/lib/domain/policy/check';
import { LengthField } from './length-field';
import { ShorterLoans } from './shorter-loans';
import { proposedPolicy } from './proposed-policy';

/** The whole policy in one form; what was typed stays when a value is refused. */
export function PolicyForm({ policy }: { policy: Policy }) {
  const t = useTranslations('policy');
  const router = useRouter();
  const [isLimited, setLimited] = useState(policy.unverifiedLimits !== null);
  const [isShorter, setShorter] = useState(policy.shorterLoans !== null);
  const { form, busy, done, problem, onSubmit, errorOf } = useForm<Policy>(send, () => router.refresh());
  const hasFieldErrors = problem !== null && problem !== 'network' && (problem.errors ?? []).length > 0;

  async function send(fields: Record<string, string>): Promise<Called<Policy>> {
    const proposed = proposedPolicy(fields);
    const unreadable = durationFields.filter((field) => proposed[field] === null);
    if (unreadable.length === 0) return callApi<Policy>('PUT', '/api/admin/policy', proposed);
    const errors = unreadable.map((path) => ({ path, message: t('amountProblem') }));
    return { ok: false, problem: { status: 422, code: 'bad-request', title: '', detail: '', errors } };
  }

  const count = (field: (typeof countFields)[number]) => (
    <TextField name={field} label={t(`fields.${field}.label`)} hint={<span className="block max-w-prose">{t(`fields.${field}.hint`)}</span>} error={errorOf(field)} inputMode="numeric" defaultValue={policy[field]} required maxLength={4} className="[&_input]:w-28" />
  );
  const length = (field: (typeof durationFields)[number]) => <LengthField name={field} duration={policy[field]} error={errorOf(field)} />;

  return (
    <form ref={form} onSubmit={(event) => void onSubmit(event)} noValidate className="space-y-8">
      <Section title={t('sections.loans')}>
        {length('loanPeriod')}
        {count('loanLimit')}
      </Section>
      <Section title={t('sections.queue')}>
        {count('holdLimit')}
        {length('pickupWindow')}
        {count('forgivenPickups')}
        <ShorterLoans policy={policy} isOn={isShorter} onSwitch={setShorter} errorOf={errorOf} />
      </Section>
      <Section title={t('sections.renewals')}>
        {count('renewalLimit')}
        {length('renewalWindow')}
      </Section>
      <Section title={t('sections.privacy')}>
        {length('retention')}
        <div>
          <CheckField name="isLimited" label={t('fields.unverifiedLimits.label')} hint={<span className="block max-w-prose">{t('fields.unverifiedLimits.hint')}</span>} checked={isLimited} onChange={(event) => setLimited(event.currentTarget.checked)} />
          {isLimited && (
            <div className="mt-2 flex gap-4">
              <TextField name="unverifiedLoanLimit" label={t('fields.unverifiedLoanLimit.label')} error={errorOf('unverifiedLimits.loanLimit')} inputMode="numeric" defaultValue={policy.unverifiedLimits?.loanLimit ?? 1} maxLength={4} className="w-28" />
              <TextField name="unverifiedHoldLimit" label={t('fields.unverifiedHoldLimit.label')} error={errorOf('unverifiedLimits.holdLimit')} inputMode="numeric" defaultValue={policy.unverifiedLimits?.holdLimit ?? 1} maxLength={4} className="w-28" />
            </div>
          )}
        </div>
      </Section>
      {!hasFieldErrors && <FormProblem problem={problem} />}
      {done && <Notice kind="done" live>{t('saved')}</Notice>}
      <Button type="submit" look="main" aria-busy={busy}>
        {t('save')}
      </Button>
    </form>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-3 border-b border-line pb-1 text-lg font-bold">{title}</h2>
      <div className="grid gap-6 lg:grid-cols-2 lg:items-start lg:gap-10">{children}</div>
    </section>
  );
}
