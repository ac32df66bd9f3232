import { writeAudit } from '@/lib/adapters/postgres/audit';
import { lockMember, type LockedMember } from '@/lib/adapters/postgres/desk';
import { inTransaction, type Tx } from '@/lib/adapters/postgres/transaction';
import { maySetRight, type Desk } from '@/lib/domain/members/desk';
import { refuse, type Outcome } from '@/lib/domain/outcome';

type Deed<T> = { readonly action: string; readonly facts?: object; readonly work: (tx: Tx, member: LockedMember) => Promise<Outcome<T>> };

/** One act of the desk on a member: locked, allowed, done and written to the audit, or nothing at all. */
export async function atTheDesk<T>(desk: Desk, memberId: string, { action, facts = {}, work }: Deed<T>): Promise<Outcome<T>> {
  return inTransaction(async (tx) => {
    const member = await lockMember(tx, memberId);
    if (member === null) return refuse({ code: 'not-found' });
    if (!maySetRight(desk, member)) return refuse({ code: 'wrong-role' });
    const done = await work(tx, member);
    if (done.ok) await writeAudit({ actor: { kind: 'librarian', librarianId: desk.memberId, channel: 'desk' }, action, subject: 'member', subjectId: memberId, facts }, tx);
    return done;
  });
}
