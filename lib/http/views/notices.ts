import { placeOf } from '@/lib/domain/messages/place';
import type { Locale } from '@/lib/i18n/locale';
import { noticeText } from '@/lib/i18n/notice-text';
import type { Notice } from '@/lib/operations/messages/list-notices';

/** A notice in the viewer's language, for the shelf page and the API alike. */
export function noticeView(notice: Notice, locale: Locale) {
  const { id, kind, titleId, title, createdAt, readAt, isOver } = notice;
  return { id, kind, titleId, title, ...noticeText(notice, locale), href: placeOf(notice), createdAt, readAt, isOver };
}
