import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { Table } from '@/app/_components/table';
import { readableMemberNumber } from '@/lib/domain/members/identifier';
import type { DatabaseLoan } from '@/lib/operations/lending/list-all-loans';
import { When } from '../../_components/when';
import { loansAddress, type Asked } from './filter';
import { StateBadge } from './state-badge';

export async function LoansTable({ loans, asked }: { loans: readonly DatabaseLoan[]; asked: Asked }) {
  const t = await getTranslations('staff.loans');
  const head = [t('columns.title'), t('columns.state'), t('columns.member'), t('columns.borrowedAt'), t('columns.dueAt'), t('columns.endedAt')];
  return (
    <Table caption={t('caption')} head={head}>
      {loans.map((loan) => (
        <tr key={loan.id} aria-current={loan.id === asked.loan ? 'true' : undefined} className="aria-[current]:bg-leaf-soft">
          <td className="max-w-[24rem] min-w-44">
            <Link href={loansAddress({ ...asked, loan: loan.id })} scroll={false} prefetch={false} id={`loan-${loan.id}`} className="hover-underline tap-text font-semibold" aria-label={t('open', { title: loan.title })}>
              {loan.title}
            </Link>
            <span className="block text-ink-soft">{loan.authors.join(', ')}</span>
          </td>
          <td>
            <StateBadge state={loan.state} />
          </td>
          <td className="min-w-36">
            {loan.memberName ?? <span className="text-ink-soft">{t('nobody')}</span>}
            <span className="block text-ink-soft">{loan.memberNumber !== null && readableMemberNumber(loan.memberNumber)}</span>
          </td>
          <td><When at={loan.borrowedAt} /></td>
          <td><When at={loan.dueAt} /></td>
          <td><When at={loan.endedAt} /></td>
        </tr>
      ))}
    </Table>
  );
}
