import { getLocale, getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { Badge } from '@/app/_components/badge';
import { Table } from '@/app/_components/table';
import { formatDuration, formatInstant } from '@/lib/i18n/format';
import { chooseLocale } from '@/lib/i18n/locale';
import type { OutageRow } from '@/lib/operations/lending/list-outages';
import { When } from '../_components/when';
import { outageAddress } from './asked';

/** Declared and noticed ones together; each opens above with what is left to give. */
export async function OutagesTable({ outages }: { outages: readonly OutageRow[] }) {
  const t = await getTranslations('staff.outages');
  const locale = chooseLocale(await getLocale(), null);
  return (
    <Table caption={t('listTitle')} head={[t('kind'), t('from'), t('until'), t('length'), t('given'), t('endedCount'), t('reason'), <span key="open" className="sr-only">{t('open')}</span>]}>
      {outages.map((outage) => (
        <tr key={outage.id}>
          <td>
            <Badge kind={outage.isDeclared ? 'leaf' : 'neutral'}>{t(outage.isDeclared ? 'kinds.declared' : 'kinds.noticed')}</Badge>
            {outage.finishedAt === null && <span className="block text-ink-soft">{t('underWay')}</span>}
          </td>
          <td><When at={outage.from} /></td>
          <td><When at={outage.until} /></td>
          <td className="whitespace-nowrap">{formatDuration(outage.until.getTime() - outage.from.getTime(), locale)}</td>
          <td className="min-w-44">{t('givenTo', { loans: outage.loanCount, offers: outage.offerCount, holds: outage.holdCount })}</td>
          <td>{outage.endedCount}</td>
          <td className="min-w-40">{outage.reason}</td>
          <td>
            <Link href={outageAddress(outage, outage.reason ?? '')} prefetch={false} aria-label={t('openOne', { from: formatInstant(outage.from, locale) })} className="link tap-text min-w-11">
              {t('open')}
            </Link>
          </td>
        </tr>
      ))}
    </Table>
  );
}
