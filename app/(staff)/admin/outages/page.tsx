import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { orAway } from '@/app/_components/or-away';
import { requireCaller } from '@/lib/http/session';
import { listOutages } from '@/lib/operations/lending/list-outages';
import { previewOutage } from '@/lib/operations/lending/preview-outage';
import { askedOutage, askedSpan } from './asked';
import { OutageForm } from './outage-form';
import { OutagePreview } from './outage-preview';
import { OutagesTable } from './outages-table';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('staff.outages'))('title') };
}

/** Only an admin finds this page. What is asked stands in the address: first what would happen is shown, then one button makes it happen. */
export default orAway(OutagesPage);

async function OutagesPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  await requireCaller('admin', '/admin/outages');
  const t = await getTranslations('staff.outages');
  const asked = askedOutage(await searchParams);
  const span = askedSpan(asked);
  const [outages, preview] = await Promise.all([listOutages(), span === null ? null : previewOutage(span)]);
  const problems = preview?.ok === false && preview.refusal.code === 'bad-request' ? preview.refusal.errors : [];
  return (
    <>
      <h1 className="mb-1 text-2xl font-bold">{t('title')}</h1>
      <p className="mb-4 max-w-prose text-ink-soft">{t('intro')}</p>
      <OutageForm key={JSON.stringify(asked)} asked={asked} problems={problems} />
      {preview?.ok === true && <OutagePreview preview={preview.value} reason={asked.reason} />}
      <h2 className="mt-10 mb-3 text-lg font-bold">{t('listTitle')}</h2>
      {outages.length === 0 ? <p className="text-ink-soft">{t('none')}</p> : <OutagesTable outages={outages} />}
    </>
  );
}
