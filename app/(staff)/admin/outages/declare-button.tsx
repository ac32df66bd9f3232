'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { Button } from '@/app/_components/button';
import { callApi } from '@/app/_components/call-api';
import { FormProblem } from '@/app/_components/form-problem';
import { Notice } from '@/app/_components/notice';
import { useForm } from '@/app/_components/use-form';

/** Makes what was shown happen; the figures above then say what is left. */
export function DeclareButton({ from, until, reason }: { from: string; until: string; reason: string }) {
  const t = useTranslations('staff.outages');
  const router = useRouter();
  const { form, busy, done, problem, onSubmit } = useForm(() => callApi('POST', '/api/admin/outages', { from, until, reason }), () => router.refresh());
  return (
    <form ref={form} onSubmit={(event) => void onSubmit(event)} className="max-w-3xl space-y-3">
      <FormProblem problem={problem} />
      {done && <Notice kind="done" live>{t('declared')}</Notice>}
      {!done && (
        <Button type="submit" look="main" aria-busy={busy}>
          {t('declare')}
        </Button>
      )}
    </form>
  );
}
