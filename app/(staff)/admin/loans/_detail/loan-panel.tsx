import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Notice } from '@/app/_components/notice';
import { readableMemberNumber } from '@/lib/domain/members/identifier';
import { formatInstant } from '@/lib/i18n/format';
import { chooseLocale } from '@/lib/i18n/locale';
import { readAnyLoan, type LoanRecord } from '@/lib/operations/lending/read-any-loan';
import { StateBadge } from '../_list/state-badge';
import { ExtendForm } from './extend-form';
import { Panel } from './panel';
import { RevokeForm } from './revoke-form';

/** One loan: its facts, what happened to it, and the way to end it. */
export async function LoanPanel({ loanId, closeHref }: { loanId: string; closeHref: string }) {
  const t = await getTranslations('staff.loans');
  const record = await readAnyLoan(loanId);
  return (
    <Panel title={record?.loan.title ?? t('detail')} closeHref={closeHref} openerId={`loan-${loanId}`}>
      {record === null && <Notice kind="info">{t('notThere')}</Notice>}
      {record !== null && <Facts record={record} />}
      {record?.loan.state === 'active' && <ExtendForm key={`extend-${loanId}`} loanId={loanId} waiting={record.waitingCount} />}
      {record?.loan.state === 'active' && <RevokeForm key={loanId} loanId={loanId} />}
    </Panel>
  );
}

async function Facts({ record: { loan, events } }: { record: LoanRecord }) {
  const t = await getTranslations('staff.loans');
  const locale = chooseLocale(await getLocale(), null);
  const facts: [string, ReactNode][] = [
    [t('columns.member'), loan.memberName === null || loan.memberNumber === null ? t('nobodyWhy') : <Link key="member" href={`/admin/members/${loan.memberId}`} prefetch={false} className="link tap-text">{`${loan.memberName} · ${readableMemberNumber(loan.memberNumber)}`}</Link>],
    [t('columns.borrowedAt'), formatInstant(loan.borrowedAt, locale)],
    [t('columns.dueAt'), formatInstant(loan.dueAt, locale)],
    [t('columns.endedAt'), loan.endedAt === null ? null : formatInstant(loan.endedAt, locale)],
    [t('columns.reason'), loan.endedReason],
    [t('columns.renewals'), t('timesRenewed', { count: loan.renewalCount })],
  ];
  return (
    <>
      <p className="flex flex-wrap items-center gap-3">
        <StateBadge state={loan.state} />
        <Link href={`/titles/${loan.titleId}`} prefetch={false} className="link inline-flex min-h-11 items-center">
          {t('toTitle')}
        </Link>
      </p>
      <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
        {facts.map(([name, value]) => value !== null && (
          <div key={name} className="contents">
            <dt className="text-ink-soft">{name}</dt>
            <dd className="min-w-0 tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      <h3 className="mt-4 font-bold">{t('history')}</h3>
      <ol className="mt-1 space-y-1 text-sm">
        {events.map((event) => (
          <li key={event.id} className="tabular-nums">
            <span className="text-ink-soft">{formatInstant(event.at, locale)}</span> {t.has(`events.${event.kind}`) ? t(`events.${event.kind}`) : event.kind} {t(`actors.${event.actorKind}`)}
          </li>
        ))}
      </ol>
    </>
  );
}
