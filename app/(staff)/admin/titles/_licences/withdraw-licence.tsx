'use client';

import { useTranslations } from 'next-intl';
import { WithdrawalForm } from '../_title/withdrawal-form';

/** Ends one licence. */
export function WithdrawLicence({ titleId, licenceId, loans, offers }: { titleId: string; licenceId: string; loans: number; offers: number }) {
  const t = useTranslations('collection.licences');
  return (
    <details className="mt-1">
      <summary className="folded tap flex cursor-pointer items-center font-semibold text-brick">{t('withdraw')}</summary>
      <div className="mt-2">
        <WithdrawalForm address={`/api/admin/titles/${titleId}/licences/${licenceId}`} effect={t('withdrawEffect', { loans, offers })} loans={loans} submit={t('withdraw')} />
      </div>
    </details>
  );
}
