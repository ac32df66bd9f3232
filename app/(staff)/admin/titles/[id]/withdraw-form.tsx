'use client';

import { useTranslations } from 'next-intl';
import { WithdrawalForm } from '../_title/withdrawal-form';

export function WithdrawForm({ id, loans, holds }: { id: string; loans: number; holds: number }) {
  const t = useTranslations('collection.withdraw');
  return <WithdrawalForm address={`/api/admin/titles/${id}`} effect={t('effect', { loans, holds })} loans={loans} submit={t('withdraw')} />;
}
