import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Applied } from '@/lib/domain/lending/policy';

/** A value of the policy and, under it, where it comes from. */
export function AppliedValue({ because, children }: { because: Applied<unknown>['because']; children: ReactNode }) {
  const t = useTranslations('policy.because');
  return (
    <span>
      {children}
      <span className="block text-sm text-ink-soft">{t(because)}</span>
    </span>
  );
}
