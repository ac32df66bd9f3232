'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/app/_components/button';
import type { Problem } from '@/app/_components/call-api';
import { Notice } from '@/app/_components/notice';
import { useFormats } from '@/app/_components/use-formats';
import { FileDrop } from './file-drop';
import { Progress } from './progress';
import type { useUpload } from './use-upload';

/** Choose or drop a file, watch it go, and what is offered when something is in the way. */
export function UploadPanel({ upload, children }: { upload: ReturnType<typeof useUpload>; children?: (() => ReactNode) | undefined }) {
  const t = useTranslations('collection.upload');
  const formats = useFormats();
  const { state, kept, choose, cancel } = upload;
  switch (state.kind) {
    case 'idle':
      return (
        <div className="space-y-4">
          {kept !== null && (
            <Notice title={t('unfinishedTitle')} actions={<Button onClick={cancel}>{t('discard')}</Button>}>
              {t('unfinishedText', { name: kept.fileName, size: formats.bytes(kept.sizeBytes) })}
            </Notice>
          )}
          <FileDrop onFile={choose} />
        </div>
      );
    case 'sending':
    case 'inspecting':
      return <Progress state={state} onCancel={cancel} />;
    case 'inspected':
      return (
        <Notice kind="done" live title={t('readyTitle', { name: state.fileName })} actions={<Button onClick={cancel}>{t('otherFile')}</Button>}>
          {t('readyText', { pages: state.inspection.pages })}
          {children?.()}
        </Notice>
      );
    case 'failed':
      return (
        <div className="space-y-4">
          <Notice kind="problem" live title={state.problem?.title || t('lostTitle')} actions={isPassing(state.problem) && <Button onClick={() => choose(state.file)}>{t('tryAgain')}</Button>}>
            <p className="font-semibold break-all">{state.file.name}</p>
            {state.problem?.detail || t('lostText')}
          </Notice>
          <FileDrop onFile={choose} />
        </div>
      );
  }
  state satisfies never;
}

/** The same file again helps only where something was away; a file that cannot be lent needs another file. */
function isPassing(problem: Problem | null): boolean {
  return problem === null || problem.status >= 500 || problem.status === 401 || problem.code === 'upload-incomplete';
}
