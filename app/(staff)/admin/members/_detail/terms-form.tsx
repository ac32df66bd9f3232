'use client';

import { useTranslations } from 'next-intl';
import { callApi } from '@/app/_components/call-api';
import { CheckField, TextField } from '@/app/_components/field';
import type { ActedOn } from './actions';
import { DeskForm } from './desk-form';

export function TermsForm({ member }: { member: ActedOn }) {
  const t = useTranslations('account.desk');
  const send = ({ validUntil, category, emailVerified, phoneVerified }: Record<string, string>) =>
    callApi('PATCH', `/api/admin/members/${member.id}`, {
      category,
      // an unchanged day is not sent: it may stand for an hour that the day does not show
      ...(validUntil === member.validUntil ? {} : { validUntil }),
      ...(member.email === null ? {} : { emailVerified: emailVerified !== undefined }),
      ...(member.phone === null ? {} : { phoneVerified: phoneVerified !== undefined }),
    });
  return (
    <DeskForm send={send} submit={t('save')}>
      {(problemOf) => (
        <>
          <TextField name="validUntil" type="date" label={t('validUntil')} hint={t('validUntilHint')} defaultValue={member.validUntil} error={problemOf('validUntil')} />
          <TextField name="category" label={t('category')} hint={t('categoryHint')} defaultValue={member.category ?? ''} error={problemOf('category')} maxLength={60} />
          {member.email !== null && <CheckField name="emailVerified" label={t('emailVerified')} defaultChecked={member.emailVerified} />}
          {member.phone !== null && <CheckField name="phoneVerified" label={t('phoneVerified')} defaultChecked={member.phoneVerified} />}
        </>
      )}
    </DeskForm>
  );
}
