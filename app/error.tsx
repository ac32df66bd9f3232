'use client';

import { useTranslations } from 'next-intl';
import { Button, LinkButton } from './_components/button';
import { EmptyState } from './_components/empty-state';

/** What a page shows when something we did not foresee went wrong. What was saved stays saved. */
export default function Problem({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations('common');
  return (
    <main className="mx-auto max-w-2xl px-4 py-10">
      <h1 className="sr-only">{t('errorTitle')}</h1>
      <EmptyState
        title={t('errorTitle')}
        seed="gangguan"
        action={
          <>
            <Button look="main" onClick={reset}>
              {t('tryAgain')}
            </Button>
            <LinkButton href="/">{t('toCollection')}</LinkButton>
          </>
        }
      >
        <p>{t('errorText')}</p>
        {error.digest !== undefined && <p className="mt-2 text-sm">{t('errorCode', { code: error.digest })}</p>}
      </EmptyState>
    </main>
  );
}
