'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { Button } from '@/app/_components/button';
import { callApi } from '@/app/_components/call-api';
import { FormProblem } from '@/app/_components/form-problem';
import { useForm } from '@/app/_components/use-form';

export function RemoveCategory({ category }: { category: string }) {
  const t = useTranslations('policy.categories');
  const router = useRouter();
  const { form, busy, problem, onSubmit } = useForm(() => callApi('DELETE', `/api/admin/policy/categories/${encodeURIComponent(category)}`), () => router.refresh());
  return (
    <form ref={form} onSubmit={(event) => void onSubmit(event)} className="my-3">
      <FormProblem problem={problem} />
      <Button type="submit" look="loss" aria-busy={busy}>
        {t('remove')}
      </Button>
    </form>
  );
}
