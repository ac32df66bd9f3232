import { getLocale, getTranslations } from 'next-intl/server';
import { Table } from '@/app/_components/table';
import type { Policy } from '@/lib/domain/lending/policy';
import { durationFields } from '@/lib/domain/policy/check';
import { lengthOf } from '@/lib/domain/policy/length';
import { formatNumber } from '@/lib/i18n/format';
import { chooseLocale } from '@/lib/i18n/locale';
import type { ListedPolicyChange } from '@/lib/operations/policy/list-policy-changes';
import { When } from '../_components/when';

export async function PolicyHistory({ changes }: { changes: readonly ListedPolicyChange[] }) {
  const t = await getTranslations('policy');
  const locale = chooseLocale(await getLocale(), null);
  if (changes.length === 0) return <p className="text-ink-soft">{t('history.none')}</p>;

  function words(field: keyof Policy, value: unknown): string {
    if (durationFields.some((one) => one === field)) {
      const { amount, unit } = lengthOf(String(value));
      return `${formatNumber(amount, locale)} ${t(`units.${unit}`)}`;
    }
    if (field === 'shorterLoans') {
      const shorter = value as Policy['shorterLoans'];
      return shorter === null ? t('history.off') : t('history.shorter', { waiting: shorter.waitingPerCopy, period: words('loanPeriod', shorter.loanPeriod) });
    }
    if (field !== 'unverifiedLimits') return formatNumber(Number(value), locale);
    const limits = value as Policy['unverifiedLimits'];
    return limits === null ? t('history.off') : t('history.pair', { loans: limits.loanLimit, holds: limits.holdLimit });
  }

  return (
    <Table caption={t('history.title')} head={[t('history.when'), t('history.who'), t('history.what')]}>
      {changes.map(({ id, changedAt, changedBy, difference }) => (
        <tr key={id}>
          <td><When at={changedAt} /></td>
          <td className="min-w-32">{changedBy === null || changedBy === '' ? t('history.unknown') : changedBy}</td>
          <td className="min-w-64">
            {Object.entries(difference).map(([field, { before, after }]) => (
              <span key={field} className="block">
                {t('history.change', { field: t(`fields.${field as keyof Policy}.label`), before: words(field as keyof Policy, before), after: words(field as keyof Policy, after) })}
              </span>
            ))}
          </td>
        </tr>
      ))}
    </Table>
  );
}
