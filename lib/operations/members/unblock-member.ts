import { endBlock } from '@/lib/adapters/postgres/desk';
import { isBlocked } from '@/lib/domain/lending/standing';
import type { Desk } from '@/lib/domain/members/desk';
import { granted, type Outcome } from '@/lib/domain/outcome';
import { atTheDesk } from './at-the-desk';
import { settleQueues } from './settle-queues';

/** Lifts a block at once; lifting it twice changes nothing. A copy that waits for this member is offered now. */
export async function unblockMember(desk: Desk, memberId: string): Promise<Outcome<null>> {
  const done = await atTheDesk<null>(desk, memberId, {
    action: 'unblocked',
    async work(tx, member) {
      if (isBlocked(member, member.now)) await endBlock(tx, memberId);
      return granted(null);
    },
  });
  if (done.ok) await settleQueues(memberId);
  return done;
}
