import { getTranslations } from 'next-intl/server';
import { Button } from '@/app/_components/button';
import { TextField } from '@/app/_components/field';
import { formatZone } from '@/lib/i18n/format';
import type { AskedOutage } from './asked';

/** A plain form: it asks what would happen and changes nothing. */
export async function OutageForm({ asked, problems }: { asked: AskedOutage; problems: readonly { readonly path: string; readonly message: string }[] }) {
  const t = await getTranslations('staff.outages');
  const zone = formatZone(new Date());
  const errorOf = (path: string) => {
    const problem = problems.find((one) => one.path === path)?.message;
    return problem === undefined ? undefined : t(`problems.${problem as 'until-after-from' | 'not-over-yet' | 'too-long'}`);
  };
  return (
    <form action="/admin/outages" className="max-w-3xl space-y-4">
      <p className="text-sm text-ink-soft">{t('zone', { zone })}</p>
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <TextField name="from" type="datetime-local" label={t('from')} defaultValue={asked.from} error={errorOf('from')} required />
        <TextField name="until" type="datetime-local" label={t('until')} defaultValue={asked.until} error={errorOf('until')} required />
      </div>
      <TextField name="reason" label={t('reason')} hint={t('reasonHint')} defaultValue={asked.reason} required maxLength={300} autoComplete="off" />
      <Button type="submit" look="plain">
        {t('preview')}
      </Button>
    </form>
  );
}
