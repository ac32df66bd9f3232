import { granted, refuse } from '../outcome';
import { apply } from './apply';
import type { Decision, LendingChange } from './changes';
import type { Circulation } from './circulation';
import { isOpen, isReady, type Hold } from './hold';

/**
 * A librarian puts a hold at the head of its queue, with a reason. `lowestNumber` is the lowest that the title's queue has
 * ever drawn; who has it stands first already. A running offer is nobody else's: its holder needs no better place.
 */
export function moveHoldToFront(circulation: Circulation, holdId: string, { lowestNumber, note }: { lowestNumber: number; note: string }, now: Date): Decision<Hold> {
  const hold = circulation.holds.find((one) => one.id === holdId);
  if (hold === undefined) return { outcome: refuse({ code: 'not-found' }), changes: [] };
  if (!isOpen(hold)) return { outcome: refuse({ code: 'hold-ended', endedAt: hold.endedAt }), changes: [] };
  if (isReady(hold) || hold.queueNumber === lowestNumber) return { outcome: granted(hold), changes: [] };
  const moved: LendingChange = { kind: 'hold-moved', at: now, holdId, queueNumber: lowestNumber - 1, note };
  const after = apply(circulation, moved).holds.find((one) => one.id === holdId);
  return { outcome: granted(after ?? hold), changes: [moved] };
}
