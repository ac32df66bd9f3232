'use client';

import { useTranslations } from 'next-intl';
import type { ChangeEvent, ReactNode } from 'react';
import { SelectField, TextArea, TextField } from '@/app/_components/field';
import type { Problem } from '@/app/_components/call-api';
import type { TitleForm } from './title-form';

const languages = ['id', 'bjn', 'en', 'ar', 'jv', 'su', 'ms', 'zh', 'nl'] as const;

type Props = { form: TitleForm; onChange: (name: keyof TitleForm, value: string) => void; problem: Problem | null; children?: ReactNode };

/** A title's fields: those that matter first, then what else the page asks, the others in a second group. */
export function TitleFields({ form, onChange, problem, children }: Props) {
  const t = useTranslations('collection.fields');
  const errorOf = (name: keyof TitleForm) => (problem?.errors?.some(({ path }) => path.split('.')[0] === name) === true ? t('problem', { field: name }) : undefined);
  const field = (name: keyof TitleForm) => ({
    name,
    label: t(name),
    value: form[name],
    error: errorOf(name),
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>) => onChange(name, event.target.value),
  });
  return (
    <div className="space-y-4">
      <TextField {...field('title')} required maxLength={500} autoComplete="off" />
      <TextField {...field('authors')} hint={t('authorsHint')} autoComplete="off" />
      {children}
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField {...field('language')}>
          {languages.map((tag) => (
            <option key={tag} value={tag}>
              {t('languageName', { tag })}
            </option>
          ))}
          {!languages.some((tag) => tag === form.language) && <option value={form.language}>{form.language}</option>}
        </SelectField>
        <TextField {...field('year')} inputMode="numeric" maxLength={4} autoComplete="off" />
        <TextField {...field('publisher')} autoComplete="off" />
        <TextField {...field('isbn')} inputMode="text" autoComplete="off" />
      </div>
      <TextField {...field('subtitle')} autoComplete="off" />
      <TextField {...field('subjects')} hint={t('subjectsHint')} autoComplete="off" />
      <TextArea {...field('description')} rows={4} maxLength={10_000} />
    </div>
  );
}
