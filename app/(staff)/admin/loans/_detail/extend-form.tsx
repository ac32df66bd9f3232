'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { Button } from '@/app/_components/button';
import { callApi } from '@/app/_components/call-api';
import { FormProblem } from '@/app/_components/form-problem';
import { useForm } from '@/app/_components/use-form';

/** Extends the loan by a period, whatever the queue says: how many wait stands beside the button. */
export function ExtendForm({ loanId, waiting }: { loanId: string; waiting: number }) {
  const t = useTranslations('staff.loans');
  const router = useRouter();
  const { form, busy, problem, onSubmit } = useForm(() => callApi('POST', `/api/admin/loans/${loanId}/renewals`), () => router.refresh());
  return (
    <form ref={form} onSubmit={(event) => void onSubmit(event)} className="mt-4 space-y-2 border-t border-line pt-3">
      <p className="text-sm">{t('extendText', { waiting })}</p>
      <FormProblem problem={problem} />
      <Button type="submit" aria-busy={busy}>
        {t('extend')}
      </Button>
    </form>
  );
}
