import { createTranslator } from 'next-intl';
import { messages } from '@/lib/i18n/messages';
import { shownIn } from './shown';

// next-intl/server refuses outside of React's server environment; this answers from the same catalogues for what shown() renders.

export async function getLocale(): Promise<string> {
  return shownIn.getStore() ?? 'id';
}

export async function getTranslations(namespace: string): Promise<unknown> {
  const locale = shownIn.getStore() ?? 'id';
  return createTranslator({
    locale,
    messages: messages[locale],
    namespace: namespace as never,
    timeZone: 'Asia/Makassar',
    onError: (problem) => {
      throw problem;
    },
  });
}
