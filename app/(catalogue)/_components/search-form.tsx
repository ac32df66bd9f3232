import { useLocale, useTranslations } from 'next-intl';
import { titleSorts, type TitleQuestion } from '@/lib/domain/catalogue/title-question';
import { Button } from '@/app/_components/button';
import { CheckField, SelectField } from '@/app/_components/field';
import { Icon } from '@/app/_components/icon';
import { AutoSubmit } from './auto-submit';
import { languageName } from './language-name';

type Facet = { readonly value: string; readonly count: number };
type Facets = { readonly languages: readonly Facet[]; readonly subjects: readonly Facet[] };

/** Search and filters are one GET form: everything is in the address, and it works without JavaScript. */
export function SearchForm({ question, facets, atOnce }: { question: TitleQuestion; facets: Facets; atOnce: boolean }) {
  const t = useTranslations('catalogue');
  const locale = useLocale();
  const filtered = [question.language, question.subject, question.availableOnly || null].filter((one) => one !== null).length;
  return (
    <form role="search" action="/" className="mb-6">
      <div className="flex gap-2">
        <label className="relative min-w-0 flex-1">
          <span className="sr-only">{t('searchLabel')}</span>
          <Icon name="search" className="pointer-events-none absolute top-3 left-3 size-6 text-ink-soft" />
          <input type="search" name="q" defaultValue={question.words ?? ''} key={question.words} placeholder={t('searchPlaceholder')} maxLength={200} autoFocus={atOnce} autoComplete="off" enterKeyHint="search" className="h-12 w-full rounded border border-edge bg-card pr-3 pl-11 text-ink placeholder:text-ink-soft" />
        </label>
        <Button type="submit" look="main" className="h-12">
          {t('search')}
        </Button>
      </div>
      <details className="group mt-2" open={filtered > 0 || atOnce}>
        <summary className="tap inline-flex cursor-pointer list-none items-center gap-2 rounded font-semibold text-leaf [&::-webkit-details-marker]:hidden">
          <Icon name="filter" className="size-5" />
          {filtered === 0 ? t('filters') : t('filtersOn', { count: filtered })}
          <Icon name="down" className="size-4 transition-transform duration-150 group-open:rotate-180" />
        </summary>
        <div className="mt-2 grid gap-3 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_1fr_auto_auto] lg:items-end">
          <SelectField name="language" label={t('language')} defaultValue={question.language ?? ''} key={`l${question.language}`}>
            <option value="">{t('allLanguages')}</option>
            {withChosen(facets.languages, question.language).map(({ value, count }) => (
              <option key={value} value={value}>{`${languageName(value, locale)}${count === null ? '' : ` (${count})`}`}</option>
            ))}
          </SelectField>
          <SelectField name="subject" label={t('subject')} defaultValue={question.subject ?? ''} key={`s${question.subject}`}>
            <option value="">{t('allSubjects')}</option>
            {withChosen(facets.subjects, question.subject).map(({ value, count }) => (
              <option key={value} value={value}>{`${value}${count === null ? '' : ` (${count})`}`}</option>
            ))}
          </SelectField>
          <SelectField name="sort" label={t('sort')} defaultValue={question.sort} key={`o${question.sort}`}>
            {titleSorts.filter((sort) => sort !== 'relevance' || question.words !== null).map((sort) => (
              <option key={sort} value={sort}>{t(`sorts.${sort}`)}</option>
            ))}
          </SelectField>
          <CheckField name="available" value="true" label={t('availableOnly')} defaultChecked={question.availableOnly} key={`a${question.availableOnly}`} />
          <Button type="submit">{t('apply')}</Button>
        </div>
      </details>
      <AutoSubmit />
    </form>
  );
}

/** What was chosen is always among the choices, also when nothing of it was counted. */
function withChosen(facets: readonly Facet[], chosen: string | null): readonly { value: string; count: number | null }[] {
  if (chosen === null || facets.some(({ value }) => value === chosen)) return facets;
  return [{ value: chosen, count: null }, ...facets];
}
