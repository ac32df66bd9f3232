'use client';

import { useTranslations } from 'next-intl';

export type WhatOfLoans = 'run-out' | 'end';

/** Running loans run out, or end at once (a rights problem): the librarian chooses. */
export function WhatOfLoansField({ value, onChange }: { value: WhatOfLoans; onChange: (value: WhatOfLoans) => void }) {
  const t = useTranslations('collection.licences');
  return (
    <fieldset>
      <legend className="font-semibold">{t('whatOfLoans')}</legend>
      {(['run-out', 'end'] as const).map((choice) => (
        <label key={choice} className="tap flex items-center gap-3">
          <input type="radio" name="loans" value={choice} checked={value === choice} onChange={() => onChange(choice)} className="size-5 shrink-0 accent-leaf" />
          <span>{t(`loans.${choice}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
