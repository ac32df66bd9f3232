import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { knownDurationMs } from '@/lib/domain/duration';
import type { Applied } from '@/lib/domain/lending/policy';
import { formatDuration } from '@/lib/i18n/format';
import { chooseLocale } from '@/lib/i18n/locale';
import type { DeskMember } from '@/lib/operations/members/read-member';
import { AppliedValue } from '../../_components/applied-value';

/** Which limits and lengths apply to the member, and from where; a title may say otherwise for itself. */
export async function Terms({ member: { terms, loans, holds } }: { member: DeskMember }) {
  const [t, say] = await Promise.all([getTranslations('policy.categories'), getTranslations('collection.terms')]);
  const locale = chooseLocale(await getLocale(), null);
  const length = (duration: string) => formatDuration(knownDurationMs(duration), locale);
  const rows: readonly (readonly [string, Applied<unknown>['because'], ReactNode])[] = [
    [t('loans'), terms.loanLimit.because, say('usedOf', { used: loans, limit: terms.loanLimit.value })],
    [t('holds'), terms.holdLimit.because, say('usedOf', { used: holds, limit: terms.holdLimit.value })],
    [t('period'), terms.loanPeriod.because, length(terms.loanPeriod.value)],
    [t('window'), terms.pickupWindow.because, length(terms.pickupWindow.value)],
    [t('renewals'), terms.renewalLimit.because, terms.renewalLimit.value],
    [t('renewal'), terms.renewalWindow.because, say('beforeEnd', { length: length(terms.renewalWindow.value) })],
  ];
  return (
    <section>
      <h2 className="mb-1 text-lg font-bold">{say('ofMember')}</h2>
      <p className="mb-2 text-sm text-ink-soft">{say('ofMemberText')}</p>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-2 sm:grid-cols-3">
        {rows.map(([label, because, value]) => (
          <div key={label} className="min-w-0">
            <dt className="text-sm text-ink-soft">{label}</dt>
            <dd>
              <AppliedValue because={because}>{value}</AppliedValue>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
