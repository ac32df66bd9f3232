'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { callApi } from '@/app/_components/call-api';
import { Button } from '@/app/_components/button';

export function MarkRead({ ids }: { ids: readonly string[] }) {
  const t = useTranslations('shelf');
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  async function onClick(): Promise<void> {
    setBusy(true);
    const called = await callApi('POST', '/api/notices/read', { ids });
    setBusy(false);
    if (called.ok) router.refresh();
  }
  return (
    <Button look="quiet" onClick={onClick} disabled={busy}>
      {t('markRead')}
    </Button>
  );
}
