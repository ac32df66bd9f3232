import { getTranslations } from 'next-intl/server';
import { Button, LinkButton, buttonClasses } from '@/app/_components/button';
import { SelectField, TextField } from '@/app/_components/field';
import { Icon } from '@/app/_components/icon';
import { csvAddress, isFiltered, type Asked } from './filter';

const states = ['active', 'ended', 'returned', 'expired', 'revoked'] as const;

/** A plain form: the filters live in the address, with and without JavaScript. */
export async function LoansFilter({ asked }: { asked: Asked }) {
  const t = await getTranslations('staff.loans');
  return (
    <form action="/admin/loans" role="search" aria-label={t('filters')} className="mb-4 grid grid-cols-2 items-end gap-3 lg:grid-cols-[10rem_1fr_1fr_10rem_10rem_auto]">
      <SelectField name="state" label={t('state')} defaultValue={asked.state ?? ''}>
        <option value="">{t('anyState')}</option>
        {states.map((state) => (
          <option key={state} value={state}>
            {state === 'ended' ? t('ended') : t(`states.${state}`)}
          </option>
        ))}
      </SelectField>
      <TextField name="member" label={t('member')} placeholder={t('memberHint')} defaultValue={asked.member} maxLength={200} autoComplete="off" />
      <TextField name="title" label={t('bookTitle')} defaultValue={asked.title} maxLength={200} autoComplete="off" className="col-span-2 lg:col-span-1" />
      <TextField name="from" type="date" label={t('from')} defaultValue={asked.from} />
      <TextField name="to" type="date" label={t('to')} defaultValue={asked.to} />
      <div className="col-span-2 flex flex-wrap gap-2 lg:col-span-1">
        <Button type="submit" look="main">
          <Icon name="filter" className="size-5" />
          {t('apply')}
        </Button>
        {isFiltered(asked) && (
          <LinkButton href="/admin/loans" look="quiet" prefetch={false}>
            {t('clear')}
          </LinkButton>
        )}
        <a href={csvAddress(asked)} download className={buttonClasses()}>
          <Icon name="download" className="size-5" />
          {t('csv')}
        </a>
      </div>
    </form>
  );
}
