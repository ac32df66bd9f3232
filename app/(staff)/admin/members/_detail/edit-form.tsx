'use client';

import { useTranslations } from 'next-intl';
import { PersonFields, type Person } from '@/app/(member)/_components/person-fields';
import { callApi } from '@/app/_components/call-api';
import { DeskForm } from './desk-form';

export function EditForm({ id, person }: { id: string; person: Person }) {
  const t = useTranslations('account.desk');
  return (
    <DeskForm send={(fields) => callApi('PATCH', `/api/admin/members/${id}`, fields)} submit={t('save')}>
      {(problemOf) => <PersonFields person={person} problemOf={problemOf} />}
    </DeskForm>
  );
}
