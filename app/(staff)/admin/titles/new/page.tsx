import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireCaller } from '@/lib/http/session';
import { orAway } from '@/app/_components/or-away';
import { NewTitle } from './new-title';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('collection.new'))('title') };
}

export default orAway(NewTitlePage);

async function NewTitlePage() {
  await requireCaller('librarian', '/admin/titles/new');
  const t = await getTranslations('collection.new');
  return (
    <div className="mx-auto max-w-3xl">
      <h1 className="mb-1 text-2xl font-bold">{t('title')}</h1>
      <p className="mt-1 mb-6 text-ink-soft">{t('intro')}</p>
      <NewTitle />
    </div>
  );
}
