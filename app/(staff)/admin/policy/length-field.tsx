'use client';

import { useTranslations } from 'next-intl';
import { lengthOf, lengthUnits } from '@/lib/domain/policy/length';
import { Icon } from '@/app/_components/icon';

const box = 'tap rounded border border-edge bg-card px-3 py-2 aria-invalid:border-2 aria-invalid:border-brick';

/** A length of time: a number and its unit. Nobody types ISO 8601. */
export function LengthField({ name, duration, error }: { name: 'loanPeriod' | 'pickupWindow' | 'renewalWindow' | 'retention' | 'shorterPeriod'; duration: string; error: string | undefined }) {
  const t = useTranslations('policy');
  const { amount, unit } = lengthOf(duration);
  const describedBy = error === undefined ? `${name}-hint` : `${name}-hint ${name}-error`;
  return (
    <fieldset>
      <legend className="mb-1 font-semibold">{t(`fields.${name}.label`)}</legend>
      <p id={`${name}-hint`} className="mb-1 max-w-prose text-sm text-ink-soft">
        {t(`fields.${name}.hint`)}
      </p>
      {error !== undefined && (
        <p id={`${name}-error`} className="mb-1 flex items-start gap-1.5 text-sm font-semibold text-brick">
          <Icon name="warning" className="mt-0.5 size-4" />
          <span>{error}</span>
        </p>
      )}
      <div className="flex gap-2">
        <input name={`${name}.amount`} aria-label={t(`fields.${name}.label`)} aria-describedby={describedBy} aria-invalid={error === undefined ? undefined : true} inputMode="numeric" defaultValue={amount} required maxLength={9} className={`${box} w-28 tabular-nums`} />
        <select name={`${name}.unit`} aria-label={`${t(`fields.${name}.label`)}: ${t('unit')}`} defaultValue={unit} className={box}>
          {lengthUnits.map((one) => (
            <option key={one} value={one}>
              {t(`units.${one}`)}
            </option>
          ))}
        </select>
      </div>
    </fieldset>
  );
}
