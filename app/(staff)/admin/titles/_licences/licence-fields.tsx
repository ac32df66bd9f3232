'use client';

import { useTranslations } from 'next-intl';
import type { HTMLInputTypeAttribute } from 'react';
import { SelectField, TextField } from '@/app/_components/field';
import { licenceModels, type LicenceModel } from '@/lib/domain/lending/licence';
import { licenceLimits } from '@/lib/domain/lending/licence-limits';
import type { LicenceForm } from './licence-form';

type Field = Exclude<keyof LicenceForm, 'model'>;

/** The terms under which copies were acquired: only what the chosen model has is asked for. */
export function LicenceFields({ form, onChange, prefix = '' }: { form: LicenceForm; onChange: (form: LicenceForm) => void; prefix?: string }) {
  const t = useTranslations('collection.licences');
  const has = licenceLimits[form.model];
  const field = (name: Field, type: HTMLInputTypeAttribute, more: { min?: number; max?: number; required?: boolean; hint?: string } = {}) => (
    <TextField {...more} name={`${prefix}${name}`} label={t(`fields.${name}`)} type={type} inputMode={type === 'number' ? 'numeric' : undefined} maxLength={type === 'text' ? 300 : undefined} value={form[name]} onChange={(event) => onChange({ ...form, [name]: event.target.value })} autoComplete="off" />
  );
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <SelectField name={`${prefix}model`} label={t('fields.model')} hint={t(`modelHint.${form.model}`)} value={form.model} onChange={(event) => onChange({ ...form, model: event.target.value as LicenceModel })} className="sm:col-span-2">
        {licenceModels.map((model) => (
          <option key={model} value={model}>
            {t(`model.${model}`)}
          </option>
        ))}
      </SelectField>
      {has.copies === 'needed' && field('copies', 'number', { min: 1, max: 10_000, required: true, hint: t('copiesHint') })}
      {has.checkoutsLimit !== 'none' && field('checkoutsLimit', 'number', { min: 1, max: 1_000_000, required: has.checkoutsLimit === 'needed', hint: t('checkoutsHint') })}
      {has.expiresAt !== 'none' && field('expiresAt', 'date', { required: has.expiresAt === 'needed', hint: t('expiresHint') })}
      <details className="sm:col-span-2">
        <summary className="folded tap flex cursor-pointer items-center font-semibold">{t('more')}</summary>
        <div className="mt-2 grid gap-4 sm:grid-cols-2">
          {field('loanDays', 'number', { min: 1, max: 365, hint: t('loanDaysHint') })}
          {field('priceRupiah', 'number', { min: 0 })}
          {field('vendor', 'text')}
          {field('orderNumber', 'text')}
          {field('note', 'text')}
        </div>
      </details>
    </div>
  );
}
