'use client';

import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { Button } from '@/app/_components/button';
import { callApi } from '@/app/_components/call-api';
import { Saved } from '../[id]/saved';
import { useDeed } from '../[id]/use-deed';
import { ProblemNotice } from '../_title/problem-notice';
import { LicenceFields } from './licence-fields';
import { emptyLicence, licenceBody } from './licence-form';

/** Another licence of the title; what it does for the queue is said before the deed. */
export function AddLicence({ id, waiting }: { id: string; waiting: number }) {
  const t = useTranslations('collection.licences');
  const [form, setForm] = useState(emptyLicence);
  const { busy, done, problem, run } = useDeed();

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (await run(() => callApi('POST', `/api/admin/titles/${id}/licences`, licenceBody(form)))) setForm(emptyLicence);
  }

  return (
    <details className="mt-4">
      <summary className="folded tap flex cursor-pointer items-center font-semibold text-leaf">{t('add')}</summary>
      <form onSubmit={submit} className="mt-2 max-w-2xl space-y-4">
        <LicenceFields form={form} onChange={setForm} prefix="licence-" />
        {waiting > 0 && <p className="text-ink-soft">{t(form.model === 'simultaneous-use' ? 'closesQueue' : 'servesQueue', { waiting })}</p>}
        {problem !== null && <ProblemNotice problem={problem.said} />}
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" aria-busy={busy}>
            {t('addButton')}
          </Button>
          <Saved done={done} />
        </div>
      </form>
    </details>
  );
}
