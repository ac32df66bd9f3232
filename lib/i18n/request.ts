import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { environment } from '@/lib/config/environment';
import { chooseLocale, localeCookie } from './locale';
import { messages } from './messages';

/** next-intl without locale in the address: the language is the cookie's, else the browser's, else Indonesian. */
export default getRequestConfig(async () => {
  const locale = chooseLocale((await cookies()).get(localeCookie)?.value, (await headers()).get('accept-language'));
  return { locale, messages: messages[locale], timeZone: environment().TIME_ZONE };
});
