'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { Button } from '@/app/_components/button';
import { callApi } from '@/app/_components/call-api';
import { SelectField, TextField } from '@/app/_components/field';
import { FormProblem } from '@/app/_components/form-problem';
import { useForm } from '@/app/_components/use-form';

/** What a librarian can do with somebody's hold, always with a reason; folded away, for it is no everyday deed. */
export function HoldDeeds({ holdId, isReady }: { holdId: string; isReady: boolean }) {
  const t = useTranslations('staff.holds');
  const router = useRouter();
  const { form, busy, problem, onSubmit, errorOf } = useForm(
    ({ deed = '', reason = '' }) => callApi('POST', `/api/admin/holds/${holdId}/${deed === 'move' ? 'move' : 'cancellation'}`, { reason }),
    () => router.refresh(),
  );
  const missing = errorOf('reason') === undefined ? undefined : t('reasonMissing');
  return (
    <details>
      <summary className="tap-text min-w-11 cursor-pointer list-none text-leaf underline underline-offset-4 [&::-webkit-details-marker]:hidden">{t('change')}</summary>
      <form ref={form} onSubmit={(event) => void onSubmit(event)} noValidate className="mt-3 min-w-56 max-w-sm space-y-3">
        <SelectField name="deed" id={`deed-${holdId}`} label={t('deed')}>
          {!isReady && <option value="move">{t('move')}</option>}
          <option value="cancel">{t('cancel')}</option>
        </SelectField>
        <TextField name="reason" id={`reason-${holdId}`} label={t('reason')} hint={t('reasonHint')} error={missing} maxLength={500} required autoComplete="off" />
        {missing === undefined && <FormProblem problem={problem} />}
        <Button type="submit" look="loss" aria-busy={busy}>
          {t('do')}
        </Button>
      </form>
    </details>
  );
}
