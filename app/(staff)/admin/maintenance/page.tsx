import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { Badge } from '@/app/_components/badge';
import { orAway } from '@/app/_components/or-away';
import { Table } from '@/app/_components/table';
import { requireCaller } from '@/lib/http/session';
import { formatInstant, formatZone } from '@/lib/i18n/format';
import { chooseLocale } from '@/lib/i18n/locale';
import { listMaintenances, type Maintenance } from '@/lib/operations/maintenance/list-maintenances';
import { When } from '../_components/when';
import { AnnounceForm } from './announce-form';
import { CancelButton } from './cancel-button';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('staff.maintenance'))('title') };
}

export default orAway(MaintenancePage);

async function MaintenancePage() {
  await requireCaller('librarian', '/admin/maintenance');
  const t = await getTranslations('staff.maintenance');
  const locale = chooseLocale(await getLocale(), null);
  const { now, items } = await listMaintenances();
  return (
    <>
      <h1 className="mb-1 text-2xl font-bold">{t('title')}</h1>
      <p className="mb-4 max-w-prose text-ink-soft">{t('intro')}</p>
      <AnnounceForm zone={formatZone(now)} />
      <h2 className="mt-8 mb-3 text-lg font-bold">{t('listTitle')}</h2>
      {items.length === 0 && <p className="text-ink-soft">{t('none')}</p>}
      {items.length > 0 && (
        <Table caption={t('listTitle')} head={[t('state'), t('from'), t('until'), t('shownFrom'), t('note'), '']}>
          {items.map((item) => (
            <tr key={item.id}>
              <td><Badge kind={stateOf(item, now) === 'running' ? 'turmeric' : 'neutral'}>{t(`states.${stateOf(item, now)}`)}</Badge></td>
              <td><When at={item.from} /></td>
              <td><When at={item.until} /></td>
              <td><When at={item.shownFrom} /></td>
              <td className="min-w-40">{item.note}</td>
              <td>{item.until > now && <CancelButton id={item.id} from={formatInstant(item.from, locale)} />}</td>
            </tr>
          ))}
        </Table>
      )}
    </>
  );
}

function stateOf({ shownFrom, from, until }: Maintenance, now: Date): 'planned' | 'shown' | 'running' | 'over' {
  if (until <= now) return 'over';
  if (from <= now) return 'running';
  return shownFrom <= now ? 'shown' : 'planned';
}
