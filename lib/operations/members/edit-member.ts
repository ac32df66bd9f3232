import { findProfile } from '@/lib/adapters/postgres/members';
import { maySetRight, type Desk } from '@/lib/domain/members/desk';
import type { Profile, ProfileChange } from '@/lib/domain/members/profile';
import { refuse, type Outcome } from '@/lib/domain/outcome';
import { changeProfile } from './change-profile';

/** The desk corrects what the library knows of a member. */
export async function editMember(desk: Desk, memberId: string, change: ProfileChange): Promise<Outcome<Profile>> {
  const member = await findProfile(memberId);
  if (member === null) return refuse({ code: 'not-found' });
  if (!maySetRight(desk, member)) return refuse({ code: 'wrong-role' });
  return changeProfile(memberId, change, { kind: 'librarian', librarianId: desk.memberId, channel: 'desk' });
}
