import { getLocale, getTranslations } from 'next-intl/server';
import { Badge } from '@/app/_components/badge';
import { durationMs } from '@/lib/domain/duration';
import { formatDuration, formatInstant, formatNumber } from '@/lib/i18n/format';
import { chooseLocale } from '@/lib/i18n/locale';
import { listLicences, type OwnedLicence } from '@/lib/operations/catalogue/list-licences';
import { WithdrawLicence } from './withdraw-licence';

/** What the library holds of a title, under which terms, and how much of it is used. */
export async function Licences({ titleId, canChange }: { titleId: string; canChange: boolean }) {
  const [licences, t] = await Promise.all([listLicences(titleId), getTranslations('collection.licences')]);
  if (!licences.ok || licences.value.length === 0) return <p className="text-ink-soft">{t('none')}</p>;
  return (
    <ul className="divide-y divide-line">
      {licences.value.map((licence) => (
        <li key={licence.id} className="py-3">
          <LicenceLines licence={licence} />
          {canChange && licence.endedAt === null && <WithdrawLicence titleId={titleId} licenceId={licence.id} loans={licence.loanCount} offers={licence.offerCount} />}
        </li>
      ))}
    </ul>
  );
}

async function LicenceLines({ licence }: { licence: OwnedLicence }) {
  const t = await getTranslations('collection.licences');
  const locale = chooseLocale(await getLocale(), null);
  const { model, copyCount, loanCount, offerCount, checkoutsLimit, checkoutsUsed, expiresAt, loanLength, priceRupiah, vendor, orderNumber, note, addedAt, endedAt, endedBecause, endedReason } = licence;
  const terms = [
    model === 'simultaneous-use' ? t('loansNow', { loans: loanCount }) : t('copiesNow', { copies: copyCount, loans: loanCount, offers: offerCount }),
    checkoutsLimit === null ? null : t('used', { used: formatNumber(checkoutsUsed, locale), limit: formatNumber(checkoutsLimit, locale) }),
    expiresAt === null || endedAt !== null ? null : t('until', { at: formatInstant(expiresAt, locale) }),
    endedAt === null ? null : t('endedAt', { at: formatInstant(endedAt, locale) }),
    loanLength === null ? null : t('atMost', { period: formatDuration(durationMs(loanLength) ?? 0, locale) }),
  ];
  const purchase = [t('since', { at: formatInstant(addedAt, locale) }), priceRupiah === null ? null : `Rp ${formatNumber(priceRupiah, locale)}`, vendor, orderNumber, note];
  const line = (parts: readonly (string | null)[]) => parts.filter((part) => part !== null && part !== '').join(' · ');
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-2 font-semibold">
        {t(`model.${model}`)}
        {endedAt !== null && <Badge>{t(`ended.${endedBecause ?? 'withdrawn'}`)}</Badge>}
      </p>
      <p className="tabular-nums">{line(terms)}</p>
      {endedReason !== null && <p className="break-words">{t('because', { reason: endedReason })}</p>}
      <p className="text-sm break-words text-ink-soft tabular-nums">{line(purchase)}</p>
    </>
  );
}
