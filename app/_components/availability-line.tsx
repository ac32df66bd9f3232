import { useLocale, useTranslations } from 'next-intl';
import { chooseLocale } from '@/lib/i18n/locale';
import { timeLeftWords } from '@/lib/i18n/wording';

export type Availability = { readonly copyCount: number; readonly availableCount: number; readonly waitingCount: number; readonly simultaneousUse: boolean; readonly myDueAt: Date | null; /** A copy is set aside for me. */ readonly isMyTurn?: boolean };

/** The line on every card and title, always true: what is free, who waits, or how long it is still yours. */
export function AvailabilityLine({ of: { copyCount, availableCount, waitingCount, simultaneousUse, myDueAt, isMyTurn = false }, now, className = '' }: { of: Availability; now: Date; className?: string }) {
  const t = useTranslations('title');
  const locale = chooseLocale(useLocale(), null);
  if (myDueAt !== null) return <Line dot="bg-leaf" className={className}>{t('mineLeft', { left: timeLeftWords(myDueAt.getTime() - now.getTime(), locale) })}</Line>;
  if (isMyTurn) return <Line dot="bg-turmeric" className={className}>{t('offered')}</Line>;
  if (simultaneousUse && availableCount > 0) return <Line dot="bg-leaf" className={className}>{t('availableToAll')}</Line>;
  if (availableCount > 0) return <Line dot="bg-leaf" className={className}>{t('available', { available: availableCount, total: copyCount })}</Line>;
  if (copyCount === 0) return <Line dot="border border-edge" className={className}>{t('noCopies')}</Line>;
  if (waitingCount > 0) return <Line dot="border border-edge" className={className}>{t('allLentWaiting', { waiting: waitingCount })}</Line>;
  return <Line dot="border border-edge" className={className}>{t('allLent')}</Line>;
}

function Line({ dot, className, children }: { dot: string; className: string; children: string }) {
  return (
    <span className={`flex items-baseline gap-1.5 ${className}`}>
      <span aria-hidden className={`size-2 shrink-0 rounded-full ${dot}`} />
      <span className="text-balance">{children}</span>
    </span>
  );
}
