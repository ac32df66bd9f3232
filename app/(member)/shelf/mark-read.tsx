'use client';

import { useRouter } from 'next/navigation';
import { useState, type ReactNode } from 'react';
import { callApi } from '@/app/_components/call-api';
import { Button } from '@/app/_components/button';

export function MarkRead({ ids, children }: { ids: readonly string[]; children: ReactNode }) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  async function onClick(): Promise<void> {
    setBusy(true);
    const called = await callApi('POST', '/api/notices/read', { ids });
    setBusy(false);
    if (called.ok) router.refresh();
  }
  return (
    <Button look="quiet" className="-mx-4" onClick={onClick} disabled={busy}>
      {children}
    </Button>
  );
}
