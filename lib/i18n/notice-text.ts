import { createTranslator } from 'next-intl';
import type { MessageKind } from '@/lib/domain/messages/message';
import { formatInstant } from './format';
import type { Locale } from './locale';
import { messages } from './messages';

/** What a message is about: its kind and facts are stored, its words are not, so that they follow the reader's language. */
export type Told = { readonly kind: MessageKind; readonly facts: Readonly<Record<string, string>>; readonly title: string | null; readonly until: Date | null };

export type NoticeText = { readonly subject: string; readonly body: string; readonly action: string };

/** A message in words, for the shelf and for e-mail: its line, its body in plain text, and what its button says. */
export function noticeText({ kind, facts, title, until }: Told, locale: Locale): NoticeText {
  const say = translator(locale);
  const instant = (at: string | Date | null | undefined) => (at === null || at === undefined ? '' : formatInstant(new Date(at), locale));
  const values = {
    title: title ?? say('mail.unknownTitle', {}),
    until: instant(until ?? facts['readyUntil'] ?? facts['dueAt']),
    at: instant(facts['endedAt']),
    renewable: facts['renewable'] ?? 'no',
    cause: causes[facts['reason'] ?? ''] ?? 'librarian',
    reason: facts['reason'] ?? '',
    note: facts['note'] ?? '',
    hasNote: (facts['note'] ?? '') === '' ? 'no' : 'yes',
    hasReason: (facts['reason'] ?? '') === '' ? 'no' : 'yes',
  };
  return { subject: say(`${kind}.subject`, values), body: say(`${kind}.body`, values), action: say(`${kind}.action`, values) };
}

/** Why a hold was cancelled, as the messages select it. */
const causes: Readonly<Record<string, string>> = { 'title-withdrawn': 'withdrawn', 'suspended-too-long': 'suspended', 'available-to-all': 'everybody' };

/** The words that stand around every e-mail. */
export function mailFrame(locale: Locale, { name, accountUrl }: { name: string; accountUrl: string }): { greeting: string; why: string } {
  const say = translator(locale);
  return { greeting: say('mail.greeting', { name }), why: say('mail.why', { url: accountUrl }) };
}

function translator(locale: Locale): (key: string, values: Readonly<Record<string, string>>) => string {
  return createTranslator({ locale, messages: messages[locale].messages as never }) as unknown as (key: string, values: object) => string;
}
