'use client';

import { useTranslations } from 'next-intl';
import { CheckField, TextField } from '@/app/_components/field';
import type { Policy } from '@/lib/domain/lending/policy';
import { LengthField } from './length-field';

type Props = { policy: Policy; isOn: boolean; onSwitch: (isOn: boolean) => void; errorOf: (name: string) => string | undefined };

/** A switch, off at first: loans are shorter while many wait for few copies. */
export function ShorterLoans({ policy: { shorterLoans, loanPeriod }, isOn, onSwitch, errorOf }: Props) {
  const t = useTranslations('policy');
  return (
    <div>
      <CheckField name="isShorter" label={t('fields.shorterLoans.label')} hint={<span className="block max-w-prose">{t('fields.shorterLoans.hint')}</span>} checked={isOn} onChange={(event) => onSwitch(event.currentTarget.checked)} />
      {isOn && (
        <div className="mt-2 space-y-4">
          <TextField name="waitingPerCopy" label={t('fields.waitingPerCopy.label')} error={errorOf('shorterLoans.waitingPerCopy')} inputMode="numeric" defaultValue={shorterLoans?.waitingPerCopy ?? 5} maxLength={4} className="[&_input]:w-28" />
          <LengthField name="shorterPeriod" duration={shorterLoans?.loanPeriod ?? loanPeriod} error={errorOf('shorterLoans.loanPeriod')} />
        </div>
      )}
    </div>
  );
}
