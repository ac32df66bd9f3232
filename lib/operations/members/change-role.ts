import { setRole } from '@/lib/adapters/postgres/desk';
import { isLastAdmin } from '@/lib/adapters/postgres/erasure';
import type { Role } from '@/lib/domain/members/caller';
import type { Desk } from '@/lib/domain/members/desk';
import { granted, refuse, type Outcome } from '@/lib/domain/outcome';
import { atTheDesk } from './at-the-desk';

/** An admin makes a member a librarian or an admin, or takes it back. A library is never left without an admin. */
export async function changeRole(desk: Desk, memberId: string, role: Role): Promise<Outcome<null>> {
  if (desk.role !== 'admin') return refuse({ code: 'wrong-role' });
  return atTheDesk<null>(desk, memberId, {
    action: 'role-changed',
    facts: { role },
    async work(tx) {
      if (role !== 'admin' && (await isLastAdmin(tx, memberId))) return refuse({ code: 'last-admin' });
      await setRole(tx, memberId, role);
      return granted(null);
    },
  });
}
