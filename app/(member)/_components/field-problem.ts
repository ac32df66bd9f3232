'use client';

import { useTranslations } from 'next-intl';

/** Words for the code of a field's problem; undefined when the field is fine. */
export function useFieldProblem(errorOf: (name: string) => string | undefined): (name: string) => string | undefined {
  const t = useTranslations('account.problems');
  return (name) => {
    const code = errorOf(name);
    if (code === undefined) return undefined;
    return isKnown(code) ? t(code) : t('other');
  };
}

const known = ['name', 'email', 'phone', 'birthDate', 'gender', 'password', 'password-short', 'password-long', 'password-easy', 'identifier', 'code', 'current', 'reason', 'until', 'consent'] as const;

function isKnown(code: string): code is (typeof known)[number] {
  return known.some((each) => each === code);
}
