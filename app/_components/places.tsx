'use client';

import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { usePathname, useSearchParams } from 'next/navigation';
import { Icon, type IconName } from './icon';

const places = [
  { key: 'collection', href: '/', icon: 'books' },
  { key: 'search', href: '/?cari=1', icon: 'search' },
  { key: 'shelf', href: '/shelf', icon: 'shelf' },
  { key: 'account', href: '/account', icon: 'person' },
] as const satisfies readonly { key: string; href: string; icon: IconName }[];

/** The phone's four places, at the thumb. */
export function BottomBar() {
  const t = useTranslations('common');
  const here = useHere();
  return (
    <nav aria-label={t('places')} className="no-print fixed inset-x-0 bottom-0 z-40 border-t border-line bg-paper pb-[env(safe-area-inset-bottom)] md:hidden">
      <ul className="mx-auto grid max-w-lg grid-cols-4">
        {places.map(({ key, href, icon }) => (
          <li key={key}>
            <Link href={href} prefetch={false} aria-current={here === key ? 'page' : undefined} className="flex h-16 flex-col items-center justify-center gap-0.5 text-sm font-semibold text-ink-soft aria-[current=page]:text-leaf">
              <span className={`rounded-full px-4 py-0.5 ${here === key ? 'bg-leaf-soft' : ''}`}>
                <Icon name={icon} />
              </span>
              {t(key)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The same places on top of a wide screen. */
export function TopPlaces() {
  const t = useTranslations('common');
  const here = useHere();
  return (
    <nav aria-label={t('places')} className="mr-auto hidden md:block">
      <ul className="flex gap-1">
        {places.map(({ key, href }) => (
          <li key={key}>
            <Link href={href} prefetch={false} aria-current={here === key ? 'page' : undefined} className="tap inline-flex items-center rounded px-3 font-semibold text-ink-soft hover:bg-sunk hover:text-ink aria-[current=page]:text-leaf">
              {t(key)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function useHere(): (typeof places)[number]['key'] | null {
  const path = usePathname();
  const query = useSearchParams();
  if (path === '/') return query.has('q') || query.has('cari') ? 'search' : 'collection';
  if (path.startsWith('/titles/')) return 'collection';
  if (path.startsWith('/shelf')) return 'shelf';
  if (/^\/(account|login|register|forgot|reset|verify)/.test(path)) return 'account';
  return null;
}
