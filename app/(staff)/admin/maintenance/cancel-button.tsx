'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/app/_components/button';
import { callApi } from '@/app/_components/call-api';

export function CancelButton({ id, from }: { id: string; from: string }) {
  const t = useTranslations('staff.maintenance');
  const router = useRouter();
  const [busy, setBusy] = useState(false);

  async function cancel(): Promise<void> {
    setBusy(true);
    await callApi('DELETE', `/api/admin/maintenance/${id}`);
    setBusy(false);
    router.refresh();
  }

  return (
    <Button look="quiet" aria-busy={busy} aria-label={t('cancelOne', { from })} onClick={() => void cancel()}>
      {t('cancel')}
    </Button>
  );
}
