import { setBlock } from '@/lib/adapters/postgres/desk';
import type { Desk } from '@/lib/domain/members/desk';
import { granted, refuse, type Outcome } from '@/lib/domain/outcome';
import { atTheDesk } from './at-the-desk';
import { settleQueues } from './settle-queues';

/** Rule 10: from now to `until` (or till lifted) no borrowing, renewing or queueing; a running offer goes back at once. */
export async function blockMember(desk: Desk, memberId: string, block: { readonly reason: string; readonly until: Date | null }): Promise<Outcome<null>> {
  const done = await atTheDesk<null>(desk, memberId, {
    action: 'blocked',
    facts: { until: block.until },
    async work(tx, member) {
      if (member.id === desk.memberId) return refuse({ code: 'wrong-role' });
      if (block.until !== null && block.until <= member.now) return refuse({ code: 'bad-request', errors: [{ path: 'until', message: 'until' }] });
      await setBlock(tx, memberId, block);
      return granted(null);
    },
  });
  if (done.ok) await settleQueues(memberId);
  return done;
}
