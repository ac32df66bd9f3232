'use client';

import { useTranslations } from 'next-intl';
import { EraseAccount } from '@/app/_components/erase-account';

export function EraseForm({ id, memberNumber }: { id: string; memberNumber: string }) {
  const t = useTranslations('account.desk');
  return (
    <EraseAccount address={`/api/admin/members/${id}`} memberNumber={memberNumber} whereTo="/admin/members?done=erased" words={{ confirm: t('eraseConfirm'), wrong: t('eraseWrong'), submit: t('eraseSubmit') }}>
      <p className="text-sm text-ink-soft">{t('eraseText')}</p>
    </EraseAccount>
  );
}
