'use client';

import { useTranslations } from 'next-intl';
import { Notice } from '@/app/_components/notice';
import type { Problem } from '@/app/_components/call-api';

/** Why it did not go through; what was typed stays. `null` is a lost connection. */
export function ProblemNotice({ problem }: { problem: Problem | null }) {
  const t = useTranslations('common');
  return (
    <Notice kind="problem" live title={problem?.title || t(problem === null ? 'networkTitle' : 'errorTitle')}>
      {problem?.detail || t(problem === null ? 'networkText' : 'errorText')}
    </Notice>
  );
}
