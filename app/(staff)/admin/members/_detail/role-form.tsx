'use client';

import { useTranslations } from 'next-intl';
import { callApi } from '@/app/_components/call-api';
import { SelectField } from '@/app/_components/field';
import { roles, type Role } from '@/lib/domain/members/caller';
import { DeskForm } from './desk-form';

export function RoleForm({ id, role }: { id: string; role: Role }) {
  const t = useTranslations('account');
  return (
    <DeskForm send={({ role: wanted }) => callApi('PUT', `/api/admin/members/${id}/role`, { role: wanted })} submit={t('desk.roleSubmit')}>
      {() => (
        <>
          <p className="text-sm text-ink-soft">{t('desk.roleText')}</p>
          <SelectField name="role" label={t('desk.role')} defaultValue={role}>
            {roles.map((each) => (
              <option key={each} value={each}>
                {t(`logIn.roles.${each}`)}
              </option>
            ))}
          </SelectField>
        </>
      )}
    </DeskForm>
  );
}
