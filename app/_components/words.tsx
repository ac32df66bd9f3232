import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Messages } from '@/lib/i18n/messages';

type Area = keyof Messages;

/** Sends to the browser only the areas of words that client files below use: members pay for each byte. */
export async function Words({ areas = [], children }: { areas?: readonly Area[]; children: ReactNode }) {
  const all = await getMessages();
  // what every page's client files say; of a title, its buttons only
  const { busy, toShelf } = all.title;
  const sent = { ...Object.fromEntries(areas.map((area) => [area, all[area]])), common: all.common, title: { busy, toShelf } };
  return <NextIntlClientProvider messages={sent}>{children}</NextIntlClientProvider>;
}
