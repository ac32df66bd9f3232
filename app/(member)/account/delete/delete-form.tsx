'use client';

import { useTranslations } from 'next-intl';
import { EraseAccount } from '@/app/_components/erase-account';

export function DeleteForm({ memberNumber }: { memberNumber: string }) {
  const t = useTranslations('account.delete');
  return <EraseAccount address="/api/me" memberNumber={memberNumber} whereTo="/" words={{ confirm: t('confirm'), wrong: t('confirmWrong'), submit: t('submit') }} />;
}
