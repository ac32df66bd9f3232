'use client';

import { useTimeZone, useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { Button } from '@/app/_components/button';
import { callApi, type Called } from '@/app/_components/call-api';
import { TextField } from '@/app/_components/field';
import { FormProblem } from '@/app/_components/form-problem';
import { Notice } from '@/app/_components/notice';
import { useForm } from '@/app/_components/use-form';
import { instantOfWallClock } from '@/lib/domain/library-time';

/** Times are entered as the library's clock shows them, wherever the librarian sits. */
export function AnnounceForm({ zone }: { zone: string }) {
  const t = useTranslations('staff.maintenance');
  const timeZone = useTimeZone() ?? 'Asia/Makassar';
  const router = useRouter();
  const { form, busy, done, problem, onSubmit, errorOf } = useForm(send, (_, element) => {
    element.reset();
    router.refresh();
  });
  const instant = (wall: string | undefined) => (/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(wall ?? '') ? instantOfWallClock((wall ?? '').slice(0, 16), timeZone).toISOString() : null);

  async function send({ from, until, shownFrom, note = '' }: Record<string, string>): Promise<Called<unknown>> {
    const plan = { from: instant(from), until: instant(until), shownFrom: instant(shownFrom), note };
    const missing = (['from', 'until'] as const).filter((name) => plan[name] === null);
    if (missing.length === 0) return callApi('POST', '/api/admin/maintenance', plan);
    return { ok: false, problem: { status: 422, code: 'bad-request', title: '', detail: '', errors: missing.map((path) => ({ path, message: t('problems.missing') })) } };
  }

  const hasFieldErrors = ['from', 'until', 'shownFrom', 'note'].some((name) => errorOf(name) !== undefined);
  return (
    <form ref={form} onSubmit={(event) => void onSubmit(event)} noValidate className="max-w-3xl space-y-4">
      <p className="text-sm text-ink-soft">{t('zone', { zone })}</p>
      <div className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <TextField name="from" type="datetime-local" label={t('from')} error={errorOf('from')} required />
        <TextField name="until" type="datetime-local" label={t('until')} error={errorOf('until')} required />
        <TextField name="shownFrom" type="datetime-local" label={t('shownFrom')} hint={t('shownFromHint')} error={errorOf('shownFrom')} />
      </div>
      <TextField name="note" label={t('note')} hint={t('noteHint')} error={errorOf('note')} maxLength={300} />
      {!hasFieldErrors && <FormProblem problem={problem} />}
      {done && <Notice kind="done" live>{t('announced')}</Notice>}
      <Button type="submit" look="main" aria-busy={busy}>
        {t('announce')}
      </Button>
    </form>
  );
}
