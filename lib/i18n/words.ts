import { createTranslator } from 'next-intl';
import type { Refusal } from '@/lib/domain/refusal';
import type { Locale } from './locale';
import { messages } from './messages';

/** Title and detail of a refusal in words; placeholders in the catalogue are the refusal's own facts. */
export function wordsFor(locale: Locale, refusal: Refusal): { title: string; detail: string } {
  const catalogue = messages[locale].refusals as unknown as Record<string, { title: string; detail: string }>;
  const translate = createTranslator({ locale, messages: catalogue as never }) as unknown as (key: string, values: object) => string;
  return { title: translate(`${refusal.code}.title`, refusal), detail: translate(`${refusal.code}.detail`, refusal) };
}
