'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/app/_components/button';
import { callApi } from '@/app/_components/call-api';
import { useFormats } from '@/app/_components/use-formats';
import { ProblemNotice } from '../_title/problem-notice';
import { UploadPanel } from '../_upload/upload-panel';
import { useUpload } from '../_upload/use-upload';
import { Saved } from './saved';
import { useDeed } from './use-deed';

/** Another file for the title: uploaded and inspected first, put in its place by a second press. */
export function ReplaceFile({ id, pages, sizeBytes }: { id: string; pages: number | null; sizeBytes: number | null }) {
  const t = useTranslations('collection.file');
  const formats = useFormats();
  const upload = useUpload(`content:${id}`);
  const { busy, done, problem, run } = useDeed();
  const [open, setOpen] = useState(false);
  const inspection = upload.state.kind === 'inspected' ? upload.state.inspection : null;

  async function replace(): Promise<void> {
    if (inspection === null || !(await run(() => callApi('PUT', `/api/admin/titles/${id}/content`, { uploadId: inspection.id })))) return;
    upload.settle();
    setOpen(false);
  }

  return (
    <div className="space-y-4">
      <p>{pages === null || sizeBytes === null ? t('none') : t('now', { pages, size: formats.bytes(sizeBytes) })}</p>
      {!open && upload.state.kind === 'idle' && upload.kept === null && (
        <div className="flex flex-wrap items-center gap-3">
          <Button onClick={() => setOpen(true)}>{t('replace')}</Button>
          <Saved done={done} />
        </div>
      )}
      {(open || upload.state.kind !== 'idle' || upload.kept !== null) && (
        <>
          <p className="text-ink-soft">{t('stays')}</p>
          <UploadPanel upload={upload}>{() => inspection !== null && pages !== null && inspection.pages !== pages && <p className="mt-1">{t('pagesDiffer', { before: pages, after: inspection.pages })}</p>}</UploadPanel>
          {inspection !== null && (
            <Button look="main" onClick={replace} aria-busy={busy}>
              {t('put')}
            </Button>
          )}
        </>
      )}
      {problem !== null && <ProblemNotice problem={problem.said} />}
    </div>
  );
}
