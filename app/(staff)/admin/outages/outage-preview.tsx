import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { Table } from '@/app/_components/table';
import { readableMemberNumber } from '@/lib/domain/members/identifier';
import { formatDuration } from '@/lib/i18n/format';
import { chooseLocale } from '@/lib/i18n/locale';
import type { PreviewedOutage } from '@/lib/operations/lending/preview-outage';
import { When } from '../_components/when';
import { DeclareButton } from './declare-button';

/** What will happen, before the tap; and to whom it comes too late. */
export async function OutagePreview({ preview, reason }: { preview: PreviewedOutage; reason: string }) {
  const t = await getTranslations('staff.outages');
  const locale = chooseLocale(await getLocale(), null);
  const { from, until, loanCount, offerCount, holdCount, endedCount, ended } = preview;
  const lost = formatDuration(until.getTime() - from.getTime(), locale);
  return (
    <section aria-labelledby="preview" className="mt-8">
      <h2 id="preview" className="mb-2 text-lg font-bold">
        {t('previewTitle')}
      </h2>
      <ul className="mb-4 max-w-prose list-disc space-y-1 pl-5">
        <li>{t('loansGain', { count: loanCount, lost })}</li>
        <li>{t('offersGain', { count: offerCount, lost })}</li>
        <li>{t('holdsReturn', { count: holdCount })}</li>
        <li>{t('loansEnded', { count: endedCount })}</li>
      </ul>
      <p className="mb-4 max-w-prose text-sm text-ink-soft">{t('fine')}</p>
      {reason.trim() === '' ? <p className="font-semibold">{t('reasonFirst')}</p> : <DeclareButton from={from.toISOString()} until={until.toISOString()} reason={reason} />}
      {ended.length > 0 && (
        <>
          <h3 className="mt-6 mb-2 font-bold">{t('endedTitle')}</h3>
          {ended.length < endedCount && <p className="mb-2 text-sm text-ink-soft">{t('endedFirst', { shown: ended.length, count: endedCount })}</p>}
          <Table caption={t('endedTitle')} head={[t('book'), t('member'), t('endedAt')]}>
            {ended.map((loan) => (
              <tr key={loan.loanId}>
                <td className="min-w-48">
                  <Link href={`/admin/loans?loan=${loan.loanId}`} prefetch={false} className="link tap-text">
                    {loan.title}
                  </Link>
                </td>
                <td>
                  {loan.memberName ?? t('forgotten')}
                  {loan.memberNumber !== null && <span className="block text-ink-soft">{readableMemberNumber(loan.memberNumber)}</span>}
                </td>
                <td>
                  <When at={loan.endedAt} />
                </td>
              </tr>
            ))}
          </Table>
        </>
      )}
    </section>
  );
}
