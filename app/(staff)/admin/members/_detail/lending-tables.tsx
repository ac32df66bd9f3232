import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { formatInstant } from '@/lib/i18n/format';
import { chooseLocale } from '@/lib/i18n/locale';
import type { DeskMember } from '@/lib/operations/members/read-member';
import { Table } from '@/app/_components/table';
import { HoldDeeds } from '../../_components/hold-deeds';

/** Running loans, the queue, and past loans while they still have a name (rule 12). */
export async function LendingTables({ member }: { member: DeskMember }) {
  const t = await getTranslations('account.desk');
  const locale = chooseLocale(await getLocale(), null);
  const instant = (at: Date) => formatInstant(at, locale);
  return (
    <>
      <Part title={t('running')} empty={member.running.length === 0 ? t('noneRunning') : null}>
        <Table caption={t('running')} head={[t('columns.book'), t('columns.borrowed'), t('columns.due')]}>
          {member.running.map((loan) => (
            <tr key={loan.id}>
              <td className="min-w-44">
                <TitleLink id={loan.titleId}>{loan.title}</TitleLink>
              </td>
              <td className="whitespace-nowrap">{instant(loan.borrowedAt)}</td>
              <td className="whitespace-nowrap">{instant(loan.dueAt)}</td>
            </tr>
          ))}
        </Table>
      </Part>
      <Part title={t('queued')} empty={member.queued.length === 0 ? t('noneQueued') : null}>
        <Table caption={t('queued')} head={[t('columns.book'), t('columns.since'), t('columns.position'), t('columns.change')]}>
          {member.queued.map(({ hold, title, titleId, position }) => (
            <tr key={hold.id}>
              <td className="min-w-44">
                <TitleLink id={titleId}>{title}</TitleLink>
              </td>
              <td className="whitespace-nowrap">{instant(hold.placedAt)}</td>
              <td className="min-w-40">{hold.state === 'ready' ? t('ready', { until: instant(hold.readyUntil) }) : (hold.suspension === null ? position : t('suspended'))}</td>
              <td>
                <HoldDeeds holdId={hold.id} isReady={hold.state === 'ready'} />
              </td>
            </tr>
          ))}
        </Table>
      </Part>
      <Part title={t('past')} hint={t('pastHint')} empty={member.past.length === 0 ? t('nonePast') : null}>
        <Table caption={t('past')} head={[t('columns.book'), t('columns.borrowed'), t('columns.ended'), t('columns.how')]}>
          {member.past.map((loan) => (
            <tr key={loan.id}>
              <td className="min-w-44">
                <TitleLink id={loan.titleId}>{loan.title}</TitleLink>
              </td>
              <td className="whitespace-nowrap">{instant(loan.borrowedAt)}</td>
              <td className="whitespace-nowrap">{loan.endedAt === null ? '' : instant(loan.endedAt)}</td>
              <td>{t(`how.${loan.state}`)}</td>
            </tr>
          ))}
        </Table>
      </Part>
    </>
  );
}

function Part({ title, hint, empty, children }: { title: string; hint?: string; empty: string | null; children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-2 text-lg font-bold">{title}</h2>
      {hint !== undefined && <p className="mb-2 text-sm text-ink-soft">{hint}</p>}
      {empty === null ? children : <p className="text-ink-soft">{empty}</p>}
    </section>
  );
}

function TitleLink({ id, children }: { id: string; children: ReactNode }) {
  return (
    <Link href={`/titles/${id}`} prefetch={false} className="tap-text text-leaf underline underline-offset-4">
      {children}
    </Link>
  );
}
