'use client';

import { useTranslations } from 'next-intl';
import { Icon } from '@/app/_components/icon';

export function Saved({ done }: { done: boolean }) {
  const t = useTranslations('collection.edit');
  return (
    <p role="status" className="inline-flex items-center gap-1.5 font-semibold text-leaf">
      {done && (
        <>
          <Icon name="check" className="size-5" />
          {t('saved')}
        </>
      )}
    </p>
  );
}
