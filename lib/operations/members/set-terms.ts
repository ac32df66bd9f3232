import { setTerms as write, type Terms } from '@/lib/adapters/postgres/desk';
import type { Desk } from '@/lib/domain/members/desk';
import { granted, type Outcome } from '@/lib/domain/outcome';
import { atTheDesk } from './at-the-desk';
import { settleQueues } from './settle-queues';

export type { Terms };

/** What only the desk sets: category, end of membership, and that an address or number was seen to be right. */
export async function setTerms(desk: Desk, memberId: string, terms: Terms): Promise<Outcome<null>> {
  const done = await atTheDesk<null>(desk, memberId, {
    action: 'terms-set',
    facts: { fields: Object.keys(terms), validUntil: terms.validUntil },
    async work(tx) {
      await write(tx, memberId, terms);
      return granted(null);
    },
  });
  if (done.ok && terms.validUntil !== undefined) await settleQueues(memberId);
  return done;
}
