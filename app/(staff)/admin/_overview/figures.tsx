import Link from 'next/link';
import { useLocale } from 'next-intl';
import { formatNumber } from '@/lib/i18n/format';
import { chooseLocale } from '@/lib/i18n/locale';

export type Figure = { readonly name: string; readonly count: number; readonly href?: string };

/** A row of numbers with their names; a number that has a list behind it leads there. */
export function Figures({ figures, className = '' }: { figures: readonly Figure[]; className?: string }) {
  const locale = chooseLocale(useLocale(), null);
  return (
    <dl className={`grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3 lg:flex lg:flex-wrap lg:gap-x-12 ${className}`}>
      {figures.map(({ name, count, href }) => (
        <div key={name} className="flex flex-col-reverse">
          <dt className="text-sm text-ink-soft">{name}</dt>
          <dd className="text-2xl font-bold tabular-nums">
            {href === undefined ? formatNumber(count, locale) : <Link href={href} prefetch={false} className="hover-underline inline-flex min-h-11 min-w-11 items-end text-leaf">{formatNumber(count, locale)}</Link>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
