import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

export type NoticeKind = 'info' | 'turn' | 'problem' | 'done';

const kinds = {
  info: { icon: 'info', className: 'border-line bg-sunk text-ink', mark: 'text-ink-soft' },
  turn: { icon: 'bell', className: 'border-turmeric/40 bg-turmeric-soft text-ink', mark: 'text-turmeric' },
  problem: { icon: 'warning', className: 'border-brick/40 bg-brick-soft text-ink', mark: 'text-brick' },
  done: { icon: 'check', className: 'border-leaf/40 bg-leaf-soft text-ink', mark: 'text-leaf' },
} satisfies Record<NoticeKind, { icon: IconName; className: string; mark: string }>;

/** One thing said on the page. A problem says why (title, children) and offers the next best thing (actions). */
export function Notice({ kind = 'info', title, children, actions, live = false, className = '' }: {
  kind?: NoticeKind;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** announce it to screen readers when it appears */
  live?: boolean;
  className?: string;
}) {
  const { icon, className: look, mark } = kinds[kind];
  return (
    <div role={live ? (kind === 'problem' ? 'alert' : 'status') : undefined} className={`flex gap-3 rounded border p-4 ${look} ${className}`}>
      <Icon name={icon} className={`mt-0.5 size-5 ${mark}`} />
      <div className="min-w-0 flex-1">
        {title !== undefined && <p className="font-bold">{title}</p>}
        {children !== undefined && <div>{children}</div>}
        {actions !== undefined && <div className="mt-3 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
