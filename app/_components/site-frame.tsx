import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { chosenTheme } from '@/lib/http/chosen-theme';
import { visitor } from '@/lib/http/visitor';
import { BottomBar, TopPlaces } from './places';
import { LanguageSwitch } from './language-switch';
import { ThemeSwitch } from './theme-switch';
import { Icon } from './icon';
import { MaintenanceBanner } from './maintenance-banner';
import { Mark } from './mark';
import { LinkButton } from './button';
import Link from 'next/link';

/** Header, page, footer and the phone's bottom bar. `wide` gives staff tables the whole width. */
export async function SiteFrame({ children, banner = <MaintenanceBanner />, wide = false }: { children: ReactNode; banner?: ReactNode; wide?: boolean }) {
  const t = await getTranslations('common');
  const caller = await visitor();
  const isStaff = caller !== null && caller.role !== 'member';
  const width = wide ? 'max-w-[110rem]' : 'max-w-6xl';
  return (
    <div className="flex min-h-dvh flex-col">
      <a href="#isi" className="absolute top-2 left-2 z-50 -translate-y-20 rounded bg-ink px-4 py-3 font-semibold text-paper focus:translate-y-0">
        {t('skipToContent')}
      </a>
      <header className="no-print border-b border-line bg-paper">
        <div className={`relative mx-auto flex h-14 items-center gap-1 px-4 sm:gap-2 sm:h-16 ${width}`}>
          <Link href="/" className="tap -ml-1 mr-auto inline-flex items-center gap-2 rounded px-1 text-xl font-extrabold text-leaf md:mr-4">
            <Mark className="size-7" />
            <span>Pinjam</span>
          </Link>
          <TopPlaces />
          {isStaff && (
            <LinkButton href="/admin" look="quiet" className="px-2 sm:px-3" prefetch={false}>
              <Icon name="staff" className="size-5" />
              <span className="max-sm:sr-only">{t('staff')}</span>
            </LinkButton>
          )}
          <ThemeSwitch theme={await chosenTheme()} />
          <LanguageSwitch />
          {caller === null && (
            <LinkButton href="/login" look="quiet" className="px-2 sm:px-3" prefetch={false}>
              {t('logIn')}
            </LinkButton>
          )}
        </div>
      </header>
      {banner}
      <main id="isi" tabIndex={-1} className={`mx-auto w-full flex-1 px-4 pt-6 pb-16 outline-none ${width}`}>
        {children}
      </main>
      <footer className="no-print border-t border-line pt-6 pb-[calc(6rem+env(safe-area-inset-bottom))] text-sm text-ink-soft md:pb-8">
        <div className={`mx-auto flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 ${width}`}>
          <p>{t('footerPromise')}</p>
          <p>{t('footerLicence')}</p>
        </div>
      </footer>
      <BottomBar />
    </div>
  );
}
