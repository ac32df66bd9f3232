'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { Button } from '@/app/_components/button';
import { callApi } from '@/app/_components/call-api';
import { FormProblem } from '@/app/_components/form-problem';
import { useForm } from '@/app/_components/use-form';

export function EndDevice({ id, name }: { id: string; name: string }) {
  const t = useTranslations('account.devices');
  const router = useRouter();
  const { form, busy, done, problem, onSubmit } = useForm(
    () => callApi('DELETE', `/api/me/sessions/${id}`),
    () => router.refresh(),
  );
  if (done) return <p role="status">{t('ended', { device: name })}</p>;
  return (
    <form ref={form} onSubmit={onSubmit}>
      <FormProblem problem={problem} />
      <Button type="submit" aria-busy={busy} aria-label={t('endLabel', { device: name })}>
        {t('end')}
      </Button>
    </form>
  );
}
