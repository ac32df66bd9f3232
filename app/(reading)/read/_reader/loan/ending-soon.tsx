import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useState } from 'react';

type Answer = { readonly renewable?: boolean; readonly dueAt?: string; readonly detail?: string };

/** Ten minutes before the end: offers the renewal when it is allowed, and says what will happen when it is not. */
export function EndingSoon({ loanId, minutesLeft, onDueAt }: { readonly loanId: string; readonly minutesLeft: number; readonly onDueAt: (dueAt: Date) => void }) {
  const t = useTranslations('reader');
  const [isRenewable, setRenewable] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const learnt = useEffectEvent(onDueAt);

  // Asked anew each minute: the loan may have been renewed on the shelf, or the queue may have emptied.
  useEffect(() => {
    let gone = false;
    fetch(`/api/loans/${loanId}`, { cache: 'no-store' })
      .then(async (response) => (response.ok ? ((await response.json()) as Answer) : {}))
      .then(
        (loan) => {
          if (gone) return;
          setRenewable(loan.renewable === true);
          if (loan.dueAt !== undefined) learnt(new Date(loan.dueAt));
        },
        () => undefined,
      );
    return () => {
      gone = true;
    };
  }, [loanId, minutesLeft]);

  const renew = async () => {
    setBusy(true);
    const response = await fetch(`/api/loans/${loanId}/renewals`, { method: 'POST' }).catch(() => null);
    const answer = ((await response?.json().catch(() => null)) ?? {}) as Answer;
    setBusy(false);
    if (response?.ok === true && answer.dueAt !== undefined) return onDueAt(new Date(answer.dueAt));
    setRenewable(response === null);
    setRefusal(answer.detail ?? t('renewalFailed'));
  };

  return (
    <div className="reader-notice" role="status">
      <p>{t('endingSoon', { minutes: Math.max(1, minutesLeft) })}</p>
      {refusal !== null && <p>{refusal}</p>}
      {isRenewable && (
        <button type="button" className="reader-action" onClick={() => void renew()} disabled={isBusy}>
          {t('renew')}
        </button>
      )}
    </div>
  );
}
