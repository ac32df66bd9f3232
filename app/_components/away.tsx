import { getTranslations } from 'next-intl/server';
import { EmptyState } from './empty-state';
import { LinkButton } from './button';
import { TryAgainLater } from './try-again-later';

/** The library's records are away for a moment (503's page). `retryHref` is the page itself. */
export async function Away({ retryHref }: { retryHref: string }) {
  const t = await getTranslations('common');
  return (
    <>
      <TryAgainLater />
      <h1 className="sr-only">{t('awayTitle')}</h1>
      <EmptyState title={t('awayTitle')} seed="sebentar" action={<LinkButton href={retryHref} look="main" prefetch={false}>{t('tryAgain')}</LinkButton>}>
        {t('awayText')}
      </EmptyState>
    </>
  );
}
