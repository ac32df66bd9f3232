import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Messages } from '@/lib/i18n/messages';

type Area = keyof Messages;

/** What every page's client files say. */
const everywhere: readonly Area[] = ['common', 'title'];

/** Sends to the browser only the areas of words that client files below use: members pay for each byte. */
export async function Words({ areas = [], children }: { areas?: readonly Area[]; children: ReactNode }) {
  const all = await getMessages();
  const sent = Object.fromEntries([...everywhere, ...areas].map((area) => [area, all[area]]));
  return <NextIntlClientProvider messages={sent}>{children}</NextIntlClientProvider>;
}
