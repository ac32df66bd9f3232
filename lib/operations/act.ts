import type { IdempotencyKey } from '@/lib/adapters/postgres/idempotency';
import type { Actor } from '@/lib/domain/actor';

/** Who acts, and the key under which a repeated call gets the same answer. */
export type Act = { readonly actor: Actor; readonly idempotencyKey?: string | undefined };

/** The key belongs to its caller; `request` is what it stands for. */
export function keyOf({ actor, idempotencyKey }: Act, request: readonly unknown[]): IdempotencyKey | undefined {
  if (idempotencyKey === undefined || actor.kind === 'clock') return undefined;
  return { scope: actor.kind === 'member' ? actor.memberId : actor.librarianId, key: idempotencyKey, request };
}
