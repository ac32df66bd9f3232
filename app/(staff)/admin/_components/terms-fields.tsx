'use client';

import { useTranslations } from 'next-intl';
import { TextField } from '@/app/_components/field';
import type { CategoryField } from '@/lib/domain/lending/policy';
import { daysOf } from '@/lib/domain/policy/length';
import { isLength } from './typed-terms';

const labels = { loanPeriod: 'period', pickupWindow: 'window', renewalWindow: 'renewal', loanLimit: 'loans', holdLimit: 'holds', renewalLimit: 'renewals' } as const satisfies Record<CategoryField, string>;

type Terms = {
  readonly names: readonly CategoryField[];
  readonly said: Readonly<Partial<Record<CategoryField, string | number | null>>> | null;
  readonly errorOf: (name: string) => string | undefined;
};

/** A title's or a category's own rules: lengths in days, then counts; empty where it is silent. */
export function TermsFields({ names, said, errorOf }: Terms) {
  const t = useTranslations('policy.categories');
  return names.map((name) => {
    const value = said?.[name] ?? null;
    const asked = { name, label: t(labels[name]), error: errorOf(name), inputMode: 'numeric', autoComplete: 'off' } as const;
    if (isLength(name)) return <TextField key={name} {...asked} hint={t('days')} maxLength={30} defaultValue={daysOf(value === null ? null : String(value))} />;
    return <TextField key={name} {...asked} maxLength={4} defaultValue={value ?? ''} />;
  });
}
