import { getTranslations } from 'next-intl/server';
import { LinkButton } from './_components/button';
import { EmptyState } from './_components/empty-state';
import { SiteFrame } from './_components/site-frame';

export default async function NotFound() {
  const t = await getTranslations('common');
  return (
    <SiteFrame>
      <h1 className="sr-only">{t('notFoundTitle')}</h1>
      <EmptyState title={t('notFoundTitle')} seed="tidak-ditemukan" action={<LinkButton href="/" look="main">{t('toCollection')}</LinkButton>}>
        {t('notFoundText')}
      </EmptyState>
    </SiteFrame>
  );
}
