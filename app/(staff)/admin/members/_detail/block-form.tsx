'use client';

import { useTranslations } from 'next-intl';
import { callApi } from '@/app/_components/call-api';
import { TextArea, TextField } from '@/app/_components/field';
import { DeskForm } from './desk-form';

export function BlockForm({ id }: { id: string }) {
  const t = useTranslations('account.desk');
  return (
    <DeskForm send={({ reason, until }) => callApi('PUT', `/api/admin/members/${id}/block`, { reason, until })} submit={t('blockSubmit')} look="loss">
      {(problemOf) => (
        <>
          <p className="text-sm text-ink-soft">{t('blockText')}</p>
          <TextArea name="reason" label={t('reason')} hint={t('reasonHint')} error={problemOf('reason')} required maxLength={500} rows={3} />
          <TextField name="until" type="date" label={t('until')} hint={t('untilHint')} error={problemOf('until')} />
        </>
      )}
    </DeskForm>
  );
}

export function UnblockForm({ id }: { id: string }) {
  const t = useTranslations('account.desk');
  return <DeskForm send={() => callApi('DELETE', `/api/admin/members/${id}/block`)} submit={t('unblock')} />;
}
