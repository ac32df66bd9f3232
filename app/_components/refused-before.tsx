import { getLocale } from 'next-intl/server';
import { chooseLocale } from '@/lib/i18n/locale';
import { messages } from '@/lib/i18n/messages';
import { Notice } from './notice';

/** A form that came back without JavaScript says what was refused; the page below it shows how things stand now. */
export async function RefusedBefore({ code }: { code: string | undefined }) {
  const refusals: Record<string, { title: string }> = messages[chooseLocale(await getLocale(), null)].refusals;
  const words = code === undefined || !Object.hasOwn(refusals, code) ? undefined : refusals[code];
  return words === undefined ? null : <Notice kind="problem" className="mt-4" title={words.title} />;
}
