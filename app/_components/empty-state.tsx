import type { ReactNode } from 'react';
import { SasiranganBand } from './sasirangan';

/** Nothing here yet: what this place is for, and the way to fill it. */
export function EmptyState({ title, children, action, seed = 'kosong' }: { title: ReactNode; children?: ReactNode; action?: ReactNode; seed?: string }) {
  return (
    <div className="flex flex-col items-center gap-3 px-4 py-10 text-center">
      <SasiranganBand seed={seed} className="h-14 w-56 text-leaf opacity-50" />
      <p className="text-lg font-bold">{title}</p>
      {children !== undefined && <div className="max-w-prose text-balance text-ink-soft">{children}</div>}
      {action !== undefined && <div className="mt-2 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
