import { getTranslations } from 'next-intl/server';
import { LinkButton } from './button';
import { EmptyState } from './empty-state';

/** What stands in place of a page that is not there; the frame around it is its part's own. */
export async function NothingHere() {
  const t = await getTranslations('common');
  return (
    <>
      <h1 className="sr-only">{t('notFoundTitle')}</h1>
      <EmptyState title={t('notFoundTitle')} seed="tidak-ditemukan" action={<LinkButton href="/" look="main">{t('toCollection')}</LinkButton>}>
        {t('notFoundText')}
      </EmptyState>
    </>
  );
}
