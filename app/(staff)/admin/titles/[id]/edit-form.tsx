'use client';

import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { Button } from '@/app/_components/button';
import { callApi } from '@/app/_components/call-api';
import { ProblemNotice } from '../_title/problem-notice';
import { TitleFields } from '../_title/title-fields';
import { bodyOf, type TitleForm } from '../_title/title-form';
import { Saved } from './saved';
import { useDeed } from './use-deed';

export function EditForm({ id, saved, isDraft }: { id: string; saved: TitleForm; isDraft: boolean }) {
  const t = useTranslations('collection.edit');
  const [form, setForm] = useState(saved);
  const { busy, done, problem, run } = useDeed();

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const publish = (event.nativeEvent as SubmitEvent).submitter?.getAttribute('value') === 'publish';
    void run(() => callApi('PATCH', `/api/admin/titles/${id}`, { ...bodyOf(form), ...(publish ? { published: true } : {}) }));
  }

  return (
    <form onSubmit={submit} className="max-w-2xl space-y-4">
      <TitleFields form={form} onChange={(name, value) => setForm((before) => ({ ...before, [name]: value }))} problem={problem?.said ?? null} />
      {problem !== null && <ProblemNotice problem={problem.said} />}
      <div className="flex flex-wrap items-center gap-3">
        {isDraft && (
          <Button type="submit" look="main" value="publish" aria-busy={busy}>
            {t('publish')}
          </Button>
        )}
        <Button type="submit" look={isDraft ? 'plain' : 'main'} aria-busy={busy}>
          {t('save')}
        </Button>
        <Saved done={done} />
      </div>
    </form>
  );
}
