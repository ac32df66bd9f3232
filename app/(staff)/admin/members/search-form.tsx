import { getTranslations } from 'next-intl/server';
import { Button } from '@/app/_components/button';
import { SelectField, TextField } from '@/app/_components/field';

/** A plain GET form: the search stands in the address and works without JavaScript. */
export async function SearchForm({ q, state }: { q: string; state: string }) {
  const t = await getTranslations('account.desk');
  return (
    <form action="/admin/members" role="search" className="mb-4 flex flex-wrap items-end gap-3">
      <TextField name="q" type="search" label={t('search')} defaultValue={q} maxLength={200} className="min-w-0 flex-1 basis-72" />
      <SelectField name="state" label={t('state')} defaultValue={state}>
        <option value="">{t('states.all')}</option>
        {(['blocked', 'ended', 'staff'] as const).map((each) => (
          <option key={each} value={each}>
            {t(`states.${each}`)}
          </option>
        ))}
      </SelectField>
      <Button type="submit">{t('searchSubmit')}</Button>
    </form>
  );
}
