import { getLocale, getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { Cover } from '@/app/_components/cover';
import { Table } from '@/app/_components/table';
import { coverUrl } from '@/lib/http/views/lending';
import { formatDay } from '@/lib/i18n/format';
import { chooseLocale } from '@/lib/i18n/locale';
import type { StaffTitle } from '@/lib/operations/catalogue/read-staff-title';
import { StateBadge } from '../_title/state-badge';

/** The collection as a table; a phone gets the same as a list. */
export async function TitlesTable({ titles }: { titles: readonly StaffTitle[] }) {
  const t = await getTranslations('collection.list');
  const locale = chooseLocale(await getLocale(), null);
  return (
    <>
      <Table caption={t('title')} head={[t('coverColumn'), t('titleColumn'), t('stateColumn'), t('copies'), t('onLoan'), t('waiting'), t('pages'), t('added')]} className="hidden md:block">
        {titles.map((title) => (
          <tr key={title.id}>
            <td className="w-14">
              <SmallCover title={title} />
            </td>
            <td className="w-2/5">
              <Link href={`/admin/titles/${title.id}`} prefetch={false} className="hover-underline tap-text font-semibold">
                {title.title}
              </Link>
              <div className="text-ink-soft">{title.authors.join('; ')}</div>
            </td>
            <td>
              <StateBadge title={title} />
            </td>
            <td>{t('copiesCell', { available: title.availableCount, total: title.copyCount })}</td>
            <td>{title.loanCount}</td>
            <td>{title.waitingCount}</td>
            <td>{title.pages}</td>
            <td className="whitespace-nowrap">{formatDay(title.createdAt, locale)}</td>
          </tr>
        ))}
      </Table>
      <ul className="divide-y divide-line border-y border-line md:hidden">
        {titles.map((title) => (
          <li key={title.id}>
            <Link href={`/admin/titles/${title.id}`} prefetch={false} className="flex gap-3 py-3">
              <SmallCover title={title} />
              <span className="min-w-0 flex-1">
                <span className="block font-semibold">{title.title}</span>
                <span className="block text-sm text-ink-soft">{title.authors.join('; ')}</span>
                <span className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm tabular-nums">
                  <StateBadge title={title} />
                  {t('phoneLine', { available: title.availableCount, total: title.copyCount, loans: title.loanCount, waiting: title.waitingCount })}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

function SmallCover({ title }: { title: StaffTitle }) {
  return <Cover of={{ ...title, coverUrl: coverUrl(title.coverHash, 240) }} className="w-12 shrink-0 self-start" />;
}
