'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, type ReactNode } from 'react';
import { Icon } from '@/app/_components/icon';

/** What is open of a list: beside it on a wide screen, over its lower part on a phone. Esc closes it; focus comes and goes back. */
export function Panel({ title, closeHref, openerId, children }: { title: string; closeHref: string; openerId: string; children: ReactNode }) {
  const t = useTranslations('staff.loans');
  const router = useRouter();
  const heading = useRef<HTMLHeadingElement>(null);

  const close = useCallback(() => {
    document.getElementById(openerId)?.focus({ preventScroll: true });
    router.push(closeHref, { scroll: false });
  }, [closeHref, openerId, router]);

  useEffect(() => heading.current?.focus({ preventScroll: true }), [openerId]);

  // on the window: after a form inside has gone, the focus is nowhere, and Esc still means this
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && close();
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [close]);

  return (
    <aside
      aria-label={t('detail')}
      className="fixed inset-x-0 bottom-0 z-50 max-h-[80dvh] overflow-auto rounded-t-lg border border-line bg-card p-4 pb-[max(1rem,env(safe-area-inset-bottom))] shadow-lg lg:sticky lg:inset-auto lg:top-4 lg:z-0 lg:max-h-[90dvh] lg:rounded lg:shadow-none"
    >
      <div className="mb-2 flex items-start justify-between gap-2">
        <h2 ref={heading} tabIndex={-1} className="pt-2 text-lg font-bold outline-none">
          {title}
        </h2>
        <button type="button" onClick={close} className="tap -mt-1 -mr-2 inline-flex items-center justify-center rounded hover:bg-sunk" aria-label={t('closeDetail')}>
          <Icon name="cross" />
        </button>
      </div>
      {children}
    </aside>
  );
}
