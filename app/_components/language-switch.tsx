'use client';

import { useLocale, useTranslations } from 'next-intl';
import { usePathname, useSearchParams } from 'next/navigation';

/** A plain form, so that it works without JavaScript; it comes back to the page it was on. */
export function LanguageSwitch() {
  const t = useTranslations('common');
  const other = useLocale() === 'id' ? 'en' : 'id';
  const query = useSearchParams().toString();
  const back = `${usePathname()}${query === '' ? '' : `?${query}`}`;
  return (
    <form method="post" action="/language">
      <input type="hidden" name="locale" value={other} />
      <input type="hidden" name="back" value={back} />
      <button className="tap inline-flex items-center justify-center rounded px-2 font-semibold text-ink-soft hover:bg-sunk hover:text-ink" lang={other} title={t('switchLanguageTitle')}>
        <span className="sm:hidden" aria-hidden>
          {other.toUpperCase()}
        </span>
        <span className="sr-only sm:not-sr-only">{t('switchLanguage')}</span>
      </button>
    </form>
  );
}
