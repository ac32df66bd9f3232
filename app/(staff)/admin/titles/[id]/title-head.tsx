import { getLocale, getTranslations } from 'next-intl/server';
import { Cover } from '@/app/_components/cover';
import { coverUrl } from '@/lib/http/views/lending';
import { formatInstant } from '@/lib/i18n/format';
import { chooseLocale } from '@/lib/i18n/locale';
import type { StaffTitle } from '@/lib/operations/catalogue/read-staff-title';
import { StateBadge } from '../_title/state-badge';

/** What the title is and how it stands at this moment. */
export async function TitleHead({ title }: { title: StaffTitle }) {
  const t = await getTranslations('collection.edit');
  const locale = chooseLocale(await getLocale(), null);
  const numbers = [
    ['available', t('availableOf', { available: title.availableCount, total: title.copyCount })],
    ['onLoan', title.loanCount],
    ['setAside', title.offerCount],
    ['waiting', title.waitingCount],
  ] as const;
  return (
    <div className="mt-4 flex gap-5">
      <Cover of={{ ...title, coverUrl: coverUrl(title.coverHash) }} eager className="w-24 shrink-0 self-start sm:w-36" />
      <div className="min-w-0 flex-1">
        <h1 className="text-2xl font-bold break-words">{title.title}</h1>
        <p className="text-ink-soft">{title.authors.join('; ')}</p>
        <div className="mt-2">
          <StateBadge title={title} />
        </div>
        {title.withdrawnAt !== null && <p className="mt-2">{t('withdrawnSince', { time: formatInstant(title.withdrawnAt, locale), reason: title.withdrawnReason ?? '' })}</p>}
        <dl className="mt-4 grid grid-cols-2 gap-x-6 gap-y-2 sm:grid-cols-4">
          {numbers.map(([name, value]) => (
            <div key={name}>
              <dt className="text-sm text-ink-soft">{t(name)}</dt>
              <dd className="text-lg font-bold tabular-nums">{value}</dd>
            </div>
          ))}
        </dl>
      </div>
    </div>
  );
}
