'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { useFieldProblem } from '@/app/(member)/_components/field-problem';
import { Button, type Look } from '@/app/_components/button';
import type { Called } from '@/app/_components/call-api';
import { FormProblem } from '@/app/_components/form-problem';
import { Notice } from '@/app/_components/notice';
import { useForm } from '@/app/_components/use-form';

type Props = {
  readonly send: (fields: Record<string, string>) => Promise<Called<unknown>>;
  readonly submit: string;
  readonly look?: Look;
  readonly children?: (problemOf: (name: string) => string | undefined) => ReactNode;
};

/** One act of the desk: a few fields, one button; afterwards the page is read anew. */
export function DeskForm({ send, submit, look, children }: Props) {
  const t = useTranslations('account.desk');
  const router = useRouter();
  const { form, busy, done, problem, errorOf, onSubmit } = useForm(send, () => router.refresh());
  const problemOf = useFieldProblem(errorOf);
  return (
    <form ref={form} onSubmit={onSubmit} className="space-y-4" autoComplete="off">
      <FormProblem problem={problem} />
      {children?.(problemOf)}
      <Button type="submit" look={look} aria-busy={busy}>
        {submit}
      </Button>
      {done && (
        <Notice kind="done" live>
          {t('saved')}
        </Notice>
      )}
    </form>
  );
}
