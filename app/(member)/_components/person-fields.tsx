'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { SelectField, TextField } from '@/app/_components/field';
import { ageOfConsent, ageOn, genders } from '@/lib/domain/members/profile';

export type Person = {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly birthDate: string | null;
  readonly gender: string | null;
  readonly guardianName: string | null;
  readonly guardianPhone: string | null;
};

/** What the library asks of a person: registering at home, at the desk, and changing it later. */
export function PersonFields({ person, problemOf }: { person?: Person; problemOf: (name: string) => string | undefined }) {
  const t = useTranslations('account.register');
  const [birthDate, setBirthDate] = useState(person?.birthDate ?? '');
  const minor = isMinor(birthDate) || (person?.guardianName ?? null) !== null;
  return (
    <>
      <TextField name="name" label={t('name')} defaultValue={person?.name} error={problemOf('name')} autoComplete="name" required maxLength={200} />
      <TextField name="email" type="email" label={t('email')} hint={t('emailHint')} defaultValue={person?.email ?? ''} error={problemOf('email')} autoComplete="email" inputMode="email" maxLength={254} />
      <TextField name="phone" type="tel" label={t('phone')} hint={t('phoneHint')} defaultValue={person?.phone ?? ''} error={problemOf('phone')} autoComplete="tel" maxLength={30} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name="birthDate"
          type="date"
          label={t('birthDate')}
          hint={t('optional')}
          defaultValue={person?.birthDate ?? ''}
          onChange={(event) => setBirthDate(event.target.value)}
          error={problemOf('birthDate')}
          autoComplete="bday"
          min="1900-01-01"
        />
        <SelectField name="gender" label={t('gender')} hint={t('optional')} defaultValue={person?.gender ?? ''} error={problemOf('gender')}>
          <option value="">{t('genders.none')}</option>
          {genders.map((gender) => (
            <option key={gender} value={gender}>
              {t(`genders.${gender}`)}
            </option>
          ))}
        </SelectField>
      </div>
      {minor && (
        <fieldset className="space-y-4 rounded border border-line px-4 pt-1 pb-4">
          <legend className="-ml-1 px-1 font-semibold">{t('guardianTitle')}</legend>
          <p className="text-sm text-ink-soft">{t('guardianText', { age: ageOfConsent })}</p>
          <TextField name="guardianName" label={t('guardianName')} defaultValue={person?.guardianName ?? ''} error={problemOf('guardianName')} maxLength={200} />
          <TextField name="guardianPhone" type="tel" label={t('guardianPhone')} defaultValue={person?.guardianPhone ?? ''} error={problemOf('guardianPhone')} maxLength={30} />
        </fieldset>
      )}
    </>
  );
}

function isMinor(birthDate: string): boolean {
  const born = new Date(`${birthDate}T00:00:00Z`);
  return !Number.isNaN(born.getTime()) && ageOn(born, new Date()) < ageOfConsent;
}
