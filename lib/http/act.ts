import type { Caller } from '@/lib/domain/members/caller';
import type { Act } from '@/lib/operations/act';

/** A member acting for themselves on the web. */
export function actOf({ caller, idempotencyKey }: { caller: Caller; idempotencyKey: string | undefined }): Act {
  return { actor: { kind: 'member', memberId: caller.memberId, channel: 'web' }, idempotencyKey };
}

/** Staff acting on somebody's lending from their pages. */
export function staffActOf({ caller, idempotencyKey }: { caller: Caller; idempotencyKey: string | undefined }): Act {
  return { actor: { kind: 'librarian', librarianId: caller.memberId, channel: 'web' }, idempotencyKey };
}
