import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { Table } from '@/app/_components/table';
import { formatNumber } from '@/lib/i18n/format';
import { chooseLocale } from '@/lib/i18n/locale';
import type { WantedTitle } from '@/lib/operations/statistics/read-overview';

/** Which titles to buy more copies of. */
export async function WantedTitles({ titles }: { titles: readonly WantedTitle[] }) {
  const t = await getTranslations('staff.overview');
  const locale = chooseLocale(await getLocale(), null);
  if (titles.length === 0) return <p>{t('wantedNone')}</p>;
  return (
    <>
      <p className="mb-2 max-w-prose text-sm text-ink-soft">{t('wantedText')}</p>
      <Table caption={t('wantedTitle')} head={[t('bookTitle'), t('turnaways'), t('queue'), t('copies'), t('borrows')]}>
        {titles.map((title) => (
          <tr key={title.titleId}>
            <td className="min-w-44">
              <Link href={`/admin/titles/${title.titleId}`} prefetch={false} className="hover-underline tap-text font-semibold">
                {title.title}
              </Link>
            </td>
            {[title.turnaways, title.waiting, title.copies, title.borrows].map((count, column) => (
              <td key={column}>{formatNumber(count, locale)}</td>
            ))}
          </tr>
        ))}
      </Table>
    </>
  );
}
