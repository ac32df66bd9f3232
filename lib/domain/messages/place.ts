import type { MessageKind } from './message';

/** The page on which a member can act upon a message. */
export function placeOf({ kind, titleId }: { readonly kind: MessageKind; readonly titleId: string | null }): string {
  if (titleId === null || kind === 'loan-ending' || kind === 'hold-cancelled' || kind === 'turn-missed' || kind === 'suspension-ending') return '/shelf';
  return `/titles/${titleId}`;
}
