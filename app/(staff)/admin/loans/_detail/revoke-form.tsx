'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { Button } from '@/app/_components/button';
import { callApi } from '@/app/_components/call-api';
import { TextArea } from '@/app/_components/field';
import { FormProblem } from '@/app/_components/form-problem';
import { useForm } from '@/app/_components/use-form';

/** Ends the loan at once; folded away, for it is no everyday deed. */
export function RevokeForm({ loanId }: { loanId: string }) {
  const t = useTranslations('staff.loans');
  const router = useRouter();
  const { form, busy, problem, onSubmit, errorOf } = useForm(({ reason = '' }) => callApi('POST', `/api/admin/loans/${loanId}/revocation`, { reason }), () => router.refresh());
  const missing = errorOf('reason') === undefined ? undefined : t('reasonMissing');
  return (
    <details className="mt-4 border-t border-line pt-2">
      <summary className="folded tap flex items-center font-semibold text-brick">{t('revoke')}</summary>
      <form ref={form} onSubmit={(event) => void onSubmit(event)} noValidate className="mt-1 space-y-3">
        <p className="text-sm">{t('revokeText')}</p>
        <TextArea name="reason" label={t('reason')} hint={t('reasonHint')} error={missing} rows={3} maxLength={500} required />
        {missing === undefined && <FormProblem problem={problem} />}
        <Button type="submit" look="loss" aria-busy={busy}>
          {t('revoke')}
        </Button>
      </form>
    </details>
  );
}
