import { getTranslations } from 'next-intl/server';
import { Badge } from '@/app/_components/badge';
import type { StaffTitle } from '@/lib/operations/catalogue/read-staff-title';

export async function StateBadge({ title }: { title: Pick<StaffTitle, 'withdrawnAt' | 'publishedAt'> }) {
  const t = await getTranslations('collection.state');
  if (title.withdrawnAt !== null) return <Badge kind="brick">{t('withdrawn')}</Badge>;
  return title.publishedAt === null ? <Badge kind="turmeric">{t('draft')}</Badge> : <Badge kind="leaf">{t('published')}</Badge>;
}
