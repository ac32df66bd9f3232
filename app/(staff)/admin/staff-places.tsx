'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';

const places = [
  ['overview', '/admin'],
  ['titles', '/admin/titles'],
  ['loans', '/admin/loans'],
  ['members', '/admin/members'],
  ['rekap', '/admin/rekap'],
  ['maintenance', '/admin/maintenance'],
  ['outages', '/admin/outages'],
  ['policy', '/admin/policy'],
] as const;

const forAdmins: readonly string[] = ['outages', 'policy'];

/** The librarian's places, in a row that scrolls inside itself on a telephone. */
export function StaffPlaces({ isAdmin }: { isAdmin: boolean }) {
  const t = useTranslations('account.desk.nav');
  const path = usePathname();
  const row = useRef<HTMLElement>(null);
  const isHere = (href: string) => (href === '/admin' ? path === href : path.startsWith(href));
  // the place one is at is in sight, also where the row is wider than the telephone
  useEffect(() => {
    const here = row.current?.querySelector<HTMLElement>('[aria-current=page]');
    if (row.current !== null && here != null) row.current.scrollLeft = here.offsetLeft - (row.current.clientWidth - here.offsetWidth) / 2;
  }, [path]);
  return (
    <nav ref={row} aria-label={t('label')} className="no-print -mx-4 -mt-4 mb-6 overflow-x-auto border-b border-line px-4">
      <ul className="-ml-3 flex gap-1">
        {places
          .filter(([key]) => isAdmin || !forAdmins.includes(key))
          .map(([key, href]) => (
            <li key={key}>
              <Link
                href={href}
                prefetch={false}
                aria-current={isHere(href) ? 'page' : undefined}
                className="tap -mb-px inline-flex items-center border-b-2 border-transparent px-3 font-semibold whitespace-nowrap text-ink-soft hover:text-ink aria-[current=page]:border-leaf aria-[current=page]:text-leaf"
              >
                {t(key)}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}
