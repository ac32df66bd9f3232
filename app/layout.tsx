import type { Metadata, Viewport } from 'next';
import localFont from 'next/font/local';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Words } from './_components/words';
import { WorkerRegistration } from './_components/worker-registration';
import { environment } from '@/lib/config/environment';
import { libraryDayOf } from '@/lib/domain/library-time';
import { chosenTheme } from '@/lib/http/chosen-theme';
import { Visit } from './_components/visit';
import './globals.css';

const jakarta = localFont({
  src: '../node_modules/@fontsource-variable/plus-jakarta-sans/files/plus-jakarta-sans-latin-wght-normal.woff2',
  weight: '200 800',
  variable: '--font-jakarta',
  // one that comes late is for the next page: nothing moves under a finger, and no line is set twice
  display: 'optional',
  // our own fallback in globals.css also knows Roboto, which is what most members' phones have
  adjustFontFallback: false,
});

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common');
  return {
    title: { default: `Pinjam · ${t('tagline')}`, template: '%s · Pinjam' },
    description: t('description'),
    applicationName: 'Pinjam',
    manifest: '/manifest.webmanifest',
    icons: { icon: [{ url: '/icons/mark.svg', type: 'image/svg+xml' }], apple: '/icons/icon-192.png' },
    formatDetection: { telephone: false },
  };
}

const paper = { light: '#fbf9f4', dark: '#15140f' } as const;

export async function generateViewport(): Promise<Viewport> {
  const theme = await chosenTheme();
  return {
    width: 'device-width',
    initialScale: 1,
    viewportFit: 'cover',
    themeColor: theme === 'system' ? (['light', 'dark'] as const).map((asked) => ({ media: `(prefers-color-scheme: ${asked})`, color: paper[asked] })) : paper[theme],
  };
}

/** Only what every page has, the reader's too; header, bottom bar and footer come from SiteFrame in the groups' layouts. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={await getLocale()} data-theme={await chosenTheme()} className={jakarta.variable}>
      <body>
        <Words>{children}</Words>
        <WorkerRegistration />
        <Visit today={libraryDayOf(new Date(), environment().TIME_ZONE)} />
      </body>
    </html>
  );
}
