import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { readableMemberNumber } from '@/lib/domain/members/identifier';
import { formatInstant } from '@/lib/i18n/format';
import { chooseLocale } from '@/lib/i18n/locale';
import { listQueue, type QueuedHold } from '@/lib/operations/lending/list-queue';
import { Table } from '@/app/_components/table';
import { HoldDeeds } from '../../_components/hold-deeds';

/** Who waits, in line; each can be moved to the head or cancelled with a reason. */
export async function Queue({ titleId }: { titleId: string }) {
  const [queue, t, given] = await Promise.all([listQueue(titleId), getTranslations('staff.holds'), getLocale()]);
  const locale = chooseLocale(given, null);
  const standing = (hold: QueuedHold): string => {
    if (hold.readyUntil !== null) return t('ready', { until: formatInstant(hold.readyUntil, locale) });
    if (hold.isSuspended) return hold.suspendedUntil === null ? t('suspended') : t('suspendedUntil', { until: formatInstant(hold.suspendedUntil, locale) });
    return hold.isBarred ? t('barred') : t('waiting');
  };
  if (queue.length === 0) return <p className="text-ink-soft">{t('none')}</p>;
  return (
    <Table caption={t('queue')} head={[t('member'), t('since'), t('standing'), t('change')]}>
      {queue.map((hold) => (
        <tr key={hold.id}>
          <td className="min-w-36">
            <Link href={`/admin/members/${hold.memberId}`} prefetch={false} className="tap-text text-leaf underline underline-offset-4">
              {hold.name}
            </Link>{' '}
            <span className="whitespace-nowrap text-ink-soft">{readableMemberNumber(hold.memberNumber)}</span>
          </td>
          <td className="whitespace-nowrap">{formatInstant(hold.placedAt, locale)}</td>
          <td className="min-w-40">{standing(hold)}</td>
          <td>
            <HoldDeeds holdId={hold.id} isReady={hold.state === 'ready'} />
          </td>
        </tr>
      ))}
    </Table>
  );
}
