'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { Closed } from '../book/source';
import '../reader.css';

type ClosedBookProps = { readonly closed: Closed; readonly loanId: string; readonly titleId: string; readonly title: string; readonly page: number | null };

/** Why the book is closed and what now; the place is kept. */
export function ClosedBook({ closed, loanId, titleId, title, page }: ClosedBookProps) {
  const t = useTranslations('reader');
  const isEnded = closed.reason === 'loan-ended';
  return (
    <main className="reader-closed">
      <p className="reader-quiet">{title}</p>
      <h1>{isEnded ? t(`closed.${closed.endedBy}`) : t(`closed.${closed.reason}`)}</h1>
      {isEnded && <p>{page !== null && page > 1 ? t('placeKept', { page }) : t('closed.then')}</p>}
      <div className="reader-choices">
        {isEnded && <Again titleId={titleId} />}
        {closed.reason === 'logged-out' && (
          <Link prefetch={false} className="reader-action" href={`/login?next=${encodeURIComponent(`/read/${loanId}`)}`}>
            {t('logIn')}
          </Link>
        )}
        <Link prefetch={false} className="reader-action reader-action-quiet" href="/shelf">
          {t('toShelf')}
        </Link>
      </div>
    </main>
  );
}

/** Borrow again, or queue: the title's page does it; its words here tell which it will be. */
function Again({ titleId }: { readonly titleId: string }) {
  const t = useTranslations('reader');
  const [available, setAvailable] = useState<number | null>(null);
  useEffect(() => {
    let gone = false;
    fetch(`/api/titles/${titleId}`)
      .then(async (response) => (response.ok ? ((await response.json()) as { copies?: { available?: number } }) : null))
      .then(
        (found) => !gone && setAvailable(found?.copies?.available ?? null),
        () => undefined,
      );
    return () => {
      gone = true;
    };
  }, [titleId]);
  return (
    <Link prefetch={false} className="reader-action" href={`/titles/${titleId}`}>
      {available === 0 ? t('queue') : t('borrowAgain')}
    </Link>
  );
}
