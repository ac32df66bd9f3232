import { useTranslations } from 'next-intl';
import { useEffect, useRef, type ReactNode } from 'react';
import { IconButton } from '../icons';

/** A sheet beside the page (above it on a phone). Focus goes in when it opens; the reader takes it back. */
export function PanelFrame({ title, onClose, children }: { readonly title: string; readonly onClose: () => void; readonly children: ReactNode }) {
  const t = useTranslations('reader');
  const frame = useRef<HTMLElement>(null);
  useEffect(() => {
    const first = frame.current?.querySelector<HTMLElement>('[data-first]') ?? frame.current;
    first?.focus();
  }, []);
  return (
    <aside className="reader-panel" ref={frame} role="dialog" aria-label={title} tabIndex={-1}>
      <div className="reader-panel-head">
        <h2>{title}</h2>
        <IconButton icon="close" label={t('close')} onPress={onClose} />
      </div>
      {children}
    </aside>
  );
}
