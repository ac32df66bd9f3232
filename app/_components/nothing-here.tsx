'use client';

import { useTranslations } from 'next-intl';
import { LinkButton } from './button';
import { EmptyState } from './empty-state';

/**
 * What stands at an address that leads nowhere. A client file on purpose: Next.js prepares this page beside every other one,
 * and what the server would write of it, each page would carry.
 */
export function NothingHere() {
  const t = useTranslations('common');
  return (
    <>
      <h1 className="sr-only">{t('notFoundTitle')}</h1>
      <EmptyState title={t('notFoundTitle')} seed="tidak-ditemukan" action={<LinkButton href="/" look="main">{t('toCollection')}</LinkButton>}>
        {t('notFoundText')}
      </EmptyState>
    </>
  );
}
