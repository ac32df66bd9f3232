'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/app/_components/button';
import { callApi } from '@/app/_components/call-api';
import { ProblemNotice } from '../_title/problem-notice';
import { useDeed } from './use-deed';

export function UndoWithdrawal({ id }: { id: string }) {
  const t = useTranslations('collection.withdraw');
  const { busy, problem, run } = useDeed();
  return (
    <div className="max-w-2xl space-y-3">
      <p>{t('undoEffect')}</p>
      {problem !== null && <ProblemNotice problem={problem.said} />}
      <Button look="main" aria-busy={busy} onClick={() => void run(() => callApi('DELETE', `/api/admin/titles/${id}/withdrawal`))}>
        {t('undo')}
      </Button>
    </div>
  );
}
