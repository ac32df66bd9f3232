'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Person } from '@/app/(member)/_components/person-fields';
import { Notice } from '@/app/_components/notice';
import type { Role } from '@/lib/domain/members/caller';
import { BlockForm, UnblockForm } from './block-form';
import { CodeForm } from './code-form';
import { EditForm } from './edit-form';
import { EraseForm } from './erase-form';
import { RoleForm } from './role-form';
import { TermsForm } from './terms-form';

export type ActedOn = Person & {
  readonly id: string;
  readonly memberNumber: string;
  readonly role: Role;
  readonly category: string | null;
  /** a library day, or '' */
  readonly validUntil: string;
  readonly emailVerified: boolean;
  readonly phoneVerified: boolean;
  readonly blocked: boolean;
};

/** What the desk can do for or about this member; each form opens in place and the page shows what became of it. */
export function Actions({ member, may }: { member: ActedOn; may: { readonly change: boolean; readonly setRole: boolean; readonly block: boolean } }) {
  const t = useTranslations('account.desk');
  return (
    <section className="min-w-0">
      <h2 className="mb-2 text-lg font-bold">{t('actions')}</h2>
      {!may.change && <Notice>{t('staffOnlyAdmin')}</Notice>}
      {may.change && (
        <div className="divide-y divide-line rounded border border-line bg-card">
          {may.block && member.blocked && (
            <div className="p-4">
              <UnblockForm id={member.id} />
            </div>
          )}
          {may.block && !member.blocked && (
            <Panel title={t('block')}>
              <BlockForm id={member.id} />
            </Panel>
          )}
          <Panel title={t('code')}>
            <CodeForm id={member.id} name={member.name} />
          </Panel>
          <Panel title={t('terms')}>
            <TermsForm member={member} />
          </Panel>
          <Panel title={t('edit')}>
            <EditForm id={member.id} person={member} />
          </Panel>
          {may.setRole && (
            <Panel title={t('role')}>
              <RoleForm id={member.id} role={member.role} />
            </Panel>
          )}
          {may.block && (
            <Panel title={t('erase')}>
              <EraseForm id={member.id} memberNumber={member.memberNumber} />
            </Panel>
          )}
        </div>
      )}
    </section>
  );
}

function Panel({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="px-4">
      <summary className="folded tap flex items-center justify-between font-semibold">{title}</summary>
      <div className="pb-4">{children}</div>
    </details>
  );
}
