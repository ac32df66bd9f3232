import type { ReactNode } from 'react';

export type BadgeKind = 'neutral' | 'leaf' | 'turmeric' | 'brick';

const kinds = {
  neutral: 'bg-sunk text-ink-soft',
  leaf: 'bg-leaf-soft text-leaf',
  turmeric: 'bg-turmeric-soft text-turmeric',
  brick: 'bg-brick-soft text-brick',
} satisfies Record<BadgeKind, string>;

/** A state in one or two words, or with a date as a sentence that wraps on a phone; the words carry the meaning, the colour only helps. */
export function Badge({ kind = 'neutral', isSentence = false, children }: { kind?: BadgeKind; isSentence?: boolean; children: ReactNode }) {
  return <span className={`inline-flex items-center gap-1 rounded-sm px-2 py-0.5 text-sm font-semibold ${isSentence ? '' : 'whitespace-nowrap'} ${kinds[kind]}`}>{children}</span>;
}
