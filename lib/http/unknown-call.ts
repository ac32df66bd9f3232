import { chooseLocale, localeCookie } from '@/lib/i18n/locale';
import { cookieOf } from './cookies';
import { problem } from './problem';

/** The answer to an address under /api that is no call of ours. */
export function unknownCall(request: Request): Response {
  return problem({ code: 'not-found' }, chooseLocale(cookieOf(request, localeCookie), request.headers.get('accept-language')));
}
