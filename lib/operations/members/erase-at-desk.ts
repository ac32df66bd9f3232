import { findProfile } from '@/lib/adapters/postgres/members';
import { maySetRight, type Desk } from '@/lib/domain/members/desk';
import { refuse, type Outcome } from '@/lib/domain/outcome';
import { eraseMember } from './erase-member';

/** The desk deletes an account for somebody who asks for it there; what happens is the same (rule 12). */
export async function eraseAtDesk(desk: Desk, memberId: string): Promise<Outcome<null>> {
  const member = await findProfile(memberId);
  if (member === null) return refuse({ code: 'not-found' });
  if (!maySetRight(desk, member)) return refuse({ code: 'wrong-role' });
  return eraseMember(memberId, { kind: 'librarian', librarianId: desk.memberId, channel: 'desk' });
}
