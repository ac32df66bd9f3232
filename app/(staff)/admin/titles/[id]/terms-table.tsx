import { getLocale, getTranslations } from 'next-intl/server';
import { Table } from '@/app/_components/table';
import { knownDurationMs } from '@/lib/domain/duration';
import { formatDuration } from '@/lib/i18n/format';
import { chooseLocale } from '@/lib/i18n/locale';
import type { TermsOfCategory } from '@/lib/operations/policy/read-title-terms';
import { AppliedValue } from '../../_components/applied-value';

/** Which value applies to whom, and why. */
export async function TermsTable({ applied }: { applied: readonly TermsOfCategory[] }) {
  const [t, say] = await Promise.all([getTranslations('policy.categories'), getTranslations('collection.terms')]);
  const locale = chooseLocale(await getLocale(), null);
  const length = (duration: string) => formatDuration(knownDurationMs(duration), locale);
  return (
    <Table caption={say('applies')} className="mt-6" head={[say('who'), t('period'), t('window'), t('renewals'), t('renewal')]}>
      {applied.map(({ category, terms }) => (
        <tr key={category ?? ''}>
          <th scope="row" className="border-t border-line px-3 py-2 text-left align-top font-semibold">
            {category ?? say('everybody')}
          </th>
          <td><AppliedValue because={terms.loanPeriod.because}>{length(terms.loanPeriod.value)}</AppliedValue></td>
          <td><AppliedValue because={terms.pickupWindow.because}>{length(terms.pickupWindow.value)}</AppliedValue></td>
          <td><AppliedValue because={terms.renewalLimit.because}>{terms.renewalLimit.value}</AppliedValue></td>
          <td><AppliedValue because={terms.renewalWindow.because}>{say('beforeEnd', { length: length(terms.renewalWindow.value) })}</AppliedValue></td>
        </tr>
      ))}
    </Table>
  );
}
