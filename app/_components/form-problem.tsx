'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { FormState } from './use-form';
import { Notice } from './notice';

/** Why the form was not taken: the API's own words, or that the network is gone. Takes the focus when no field is to blame. */
export function FormProblem({ problem, actions }: { problem: FormState['problem']; actions?: ReactNode }) {
  const t = useTranslations('common');
  if (problem === null) return null;
  const [title, detail] = problem === 'network' ? [t('networkTitle'), t('networkText')] : [problem.title || t('errorTitle'), problem.detail || t('errorText')];
  return (
    <div tabIndex={-1} data-problem="" className="outline-none">
      <Notice kind="problem" title={title} actions={actions} live>
        {detail}
      </Notice>
    </div>
  );
}
