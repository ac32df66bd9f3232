'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState, type FormEvent } from 'react';
import { Button } from '@/app/_components/button';
import { callApi, type Problem } from '@/app/_components/call-api';
import { Cover } from '@/app/_components/cover';
import { LicenceFields } from '../_licences/licence-fields';
import { emptyLicence, licenceBody } from '../_licences/licence-form';
import { ProblemNotice } from '../_title/problem-notice';
import { TitleFields } from '../_title/title-fields';
import { bodyOf, emptyForm, filledIn, type TitleForm } from '../_title/title-form';
import { UploadPanel } from '../_upload/upload-panel';
import { useUpload } from '../_upload/use-upload';

/** From a PDF to a title that can be borrowed: the form stands there while the file is on its way. */
export function NewTitle() {
  const t = useTranslations('collection.new');
  const router = useRouter();
  const upload = useUpload('new');
  const inspection = upload.state.kind === 'inspected' ? upload.state.inspection : null;
  const [typed, setTyped] = useState(emptyForm);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [licence, setLicence] = useState(emptyLicence);
  const [busy, setBusy] = useState<'publish' | 'draft' | null>(null);
  const [problem, setProblem] = useState<{ said: Problem | null } | null>(null);
  const form = inspection === null ? typed : filledIn(typed, touched, inspection);

  function change(name: keyof TitleForm, value: string): void {
    setTyped((before) => ({ ...before, [name]: value }));
    setTouched((before) => new Set([...before, name]));
  }

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (inspection === null || busy !== null) return;
    const published = (event.nativeEvent as SubmitEvent).submitter?.getAttribute('value') !== 'draft';
    setBusy(published ? 'publish' : 'draft');
    setProblem(null);
    const made = await callApi<{ id: string }>('POST', '/api/admin/titles', { uploadId: inspection.id, ...bodyOf(form), licence: licenceBody(licence), published });
    if (made.ok) {
      upload.settle();
      return router.push(`/admin/titles/${made.value.id}?done=${published ? 'published' : 'draft'}`);
    }
    setBusy(null);
    setProblem({ said: made.problem });
  }

  return (
    <div className="space-y-6">
      <UploadPanel upload={upload} />
      {upload.state.kind !== 'idle' && (
        <form onSubmit={submit} className="grid gap-6 md:grid-cols-[1fr_12rem]" noValidate={false}>
          <div className="space-y-4">
            <TitleFields form={form} onChange={change} problem={problem?.said ?? null}>
              <LicenceFields form={licence} onChange={setLicence} />
            </TitleFields>
            {problem !== null && <ProblemNotice problem={problem.said} />}
            <div className="flex flex-wrap gap-3 pt-2">
              <Button type="submit" look="main" value="publish" disabled={inspection === null} aria-busy={busy === 'publish'}>
                {t('publish')}
              </Button>
              <Button type="submit" value="draft" disabled={inspection === null} aria-busy={busy === 'draft'}>
                {t('draft')}
              </Button>
            </div>
            {inspection === null && <p className="text-sm text-ink-soft">{t('notYet')}</p>}
          </div>
          <aside aria-label={t('preview')} className="order-first w-32 md:order-none md:w-48">
            <Cover of={{ id: inspection?.id ?? 'baru', title: form.title || t('untitled'), authors: bodyOf(form).authors, coverUrl: inspection?.coverUrl ?? null }} eager />
          </aside>
        </form>
      )}
    </div>
  );
}
