import { useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { formatInstant } from '@/lib/i18n/format';
import { chooseLocale } from '@/lib/i18n/locale';
import { noticeView } from '@/lib/http/views/notices';
import type { NoticePage } from '@/lib/operations/messages/list-notices';
import { Icon } from '@/app/_components/icon';
import { MarkRead } from './mark-read';

/** What I was told and have not seen yet. They go when they are marked as read. */
export function Notices({ notices }: { notices: NoticePage }) {
  const t = useTranslations('shelf');
  const locale = chooseLocale(useLocale(), null);
  const unread = notices.items.filter((notice) => notice.readAt === null);
  if (unread.length === 0) return null;
  return (
    <section aria-labelledby="kabar" className="rounded border border-line bg-card p-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <h2 id="kabar" className="flex items-center gap-2 text-lg font-bold">
          <Icon name="bell" className="size-5" />
          {t('notices')}
        </h2>
        <MarkRead ids={unread.map((notice) => notice.id)}>{t('markRead')}</MarkRead>
      </div>
      <ul className="mt-2 grid gap-3">
        {unread.map((notice) => {
          const { subject, body, href } = noticeView(notice, locale);
          return (
            <li key={notice.id} className="border-t border-line pt-3">
              <p className="font-semibold"><Link href={href} prefetch={false} className="hover-underline tap-text">{subject}</Link></p>
              <p className="text-ink-soft">{body}</p>
              <p className="mt-1 text-sm text-ink-soft">{formatInstant(notice.createdAt, locale)}</p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
