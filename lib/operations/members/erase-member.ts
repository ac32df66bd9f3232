import { writeAudit } from '@/lib/adapters/postgres/audit';
import { forgetWhoBorrowed } from '@/lib/adapters/postgres/circulation/anonymise';
import { emptyMember, isLastAdmin, openLendingOf } from '@/lib/adapters/postgres/erasure';
import { findProfile } from '@/lib/adapters/postgres/members';
import { pool } from '@/lib/adapters/postgres/pool';
import { inTransaction } from '@/lib/adapters/postgres/transaction';
import type { Actor } from '@/lib/domain/actor';
import { granted, refuse, type Outcome } from '@/lib/domain/outcome';
import { cancelHold } from '../lending/cancel-hold';
import { returnLoan } from '../lending/return-loan';

/** Somebody may borrow in another tab meanwhile; nobody does so this often. */
const roundsAtMost = 5;

/**
 * Deletes an account (rule 12): loans are returned, offers released, holds cancelled, each by the one writer of lending;
 * then reading is erased, past lending loses its name, and the row is emptied.
 */
export async function eraseMember(memberId: string, actor: Actor): Promise<Outcome<null>> {
  if ((await findProfile(memberId)) === null) return refuse({ code: 'not-found' });
  // before anything is returned; looked at again under the lock
  if (await inTransaction((tx) => isLastAdmin(tx, memberId))) return refuse({ code: 'last-admin' });
  for (let round = 1; round <= roundsAtMost; round += 1) {
    for (const { kind, id } of await openLendingOf(pool(), memberId)) {
      const ended = kind === 'loan' ? await returnLoan(id, memberId, { actor }) : await cancelHold(id, memberId, { actor }, { reason: 'account-erased' });
      if (!ended.ok && ended.refusal.code !== 'not-found') return ended;
    }
    const done = await inTransaction((tx) => emptyIfFree(tx));
    if (done !== null) return done;
  }
  throw new Error('a member kept borrowing while the account was being deleted');

  async function emptyIfFree(tx: Parameters<Parameters<typeof inTransaction>[0]>[0]): Promise<Outcome<null> | null> {
    if (await isLastAdmin(tx, memberId)) return refuse({ code: 'last-admin' });
    // the member's lock comes first in lending too: nothing new can begin now
    await tx.query('SELECT 1 FROM "Member" WHERE "id" = $1 FOR NO KEY UPDATE', [memberId]);
    if ((await openLendingOf(tx, memberId)).length > 0) return null;
    await forgetWhoBorrowed(tx, { memberId });
    await emptyMember(tx, memberId);
    await writeAudit({ actor, action: 'erased', subject: 'member', subjectId: memberId }, tx);
    return granted(null);
  }
}
