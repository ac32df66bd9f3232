import { useTranslations } from 'next-intl';
import { Icon } from './icon';
import { LinkButton } from './button';

/** Cursor paging: a way to the first page and a way on, both plain links that live in the address. */
export function Pagination({ firstHref, nextHref }: { firstHref: string | null; nextHref: string | null }) {
  const t = useTranslations('common');
  if (firstHref === null && nextHref === null) return null;
  return (
    <nav aria-label={t('paging')} className="mt-8 flex flex-wrap justify-center gap-3">
      {firstHref !== null && (
        <LinkButton href={firstHref} rel="first">
          <Icon name="left" className="size-5" />
          {t('firstPage')}
        </LinkButton>
      )}
      {nextHref !== null && (
        <LinkButton href={nextHref} rel="next">
          {t('nextPage')}
          <Icon name="right" className="size-5" />
        </LinkButton>
      )}
    </nav>
  );
}
