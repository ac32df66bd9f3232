import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import type { Waiting } from './book/source';

/** Says what the page is waiting for. It comes by itself; who will not wait can have it tried at once. */
export function WaitingNotice({ waiting, onTryNow }: { readonly waiting: Waiting; readonly onTryNow: () => void }) {
  const t = useTranslations('reader');
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine, () => true);
  if (waiting === 'slow') return <p className="reader-notice" role="status">{t('slow')}</p>;
  return (
    <div className="reader-notice" role="status">
      <p>{isOnline ? t('storageAway') : t('waiting')}</p>
      <button type="button" className="reader-action" onClick={onTryNow}>{t('tryAgain')}</button>
    </div>
  );
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}
