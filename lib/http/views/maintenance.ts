import type { Refusal } from '@/lib/domain/refusal';
import type { Locale } from '@/lib/i18n/locale';
import { messages } from '@/lib/i18n/messages';

/** What is wrong with a plan, in the caller's words. */
export function maintenanceRefusalView(refusal: Refusal, locale: Locale): Refusal {
  if (refusal.code !== 'bad-request') return refusal;
  const words: Readonly<Record<string, string>> = messages[locale].staff.maintenance.problems;
  return { ...refusal, errors: refusal.errors.map(({ path, message }) => ({ path, message: words[message] ?? message })) };
}
