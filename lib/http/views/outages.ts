import type { Refusal } from '@/lib/domain/refusal';
import type { Locale } from '@/lib/i18n/locale';
import { messages } from '@/lib/i18n/messages';

/** What is wrong with an outage to declare, in the caller's words. */
export function outageRefusalView(refusal: Refusal, locale: Locale): Refusal {
  if (refusal.code !== 'bad-request') return refusal;
  const words: Readonly<Record<string, string>> = messages[locale].staff.outages.problems;
  return { ...refusal, errors: refusal.errors.map(({ path, message }) => ({ path, message: words[message] ?? message })) };
}
