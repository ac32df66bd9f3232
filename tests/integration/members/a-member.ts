import { registerMember, type Registration } from '@/lib/operations/members/register-member';
import type { Role } from '@/lib/domain/members/caller';
import { pool } from '@/lib/adapters/postgres/pool';
import { Device } from '@/tests/support/device';

export type TestMember = { readonly id: string; readonly memberNumber: string; readonly email: string | null; readonly password: string };

/** Somebody who registered at the desk, so that no address is counted. */
export async function aMember({ role = 'member', ...person }: Partial<Registration> & { role?: Role } = {}): Promise<TestMember> {
  const password = person.password ?? 'buku-harian-7';
  const actor = { kind: 'librarian', librarianId: crypto.randomUUID(), channel: 'desk' } as const;
  const made = await registerMember({ name: 'Siti Aminah', locale: 'id', ...person, password }, { kind: 'desk', actor });
  if (!made.ok) throw new Error(made.refusal.code);
  if (role !== 'member') await pool().query('UPDATE "Member" SET "role" = $2 WHERE "id" = $1', [made.value.id, role]);
  return { id: made.value.id, memberNumber: made.value.memberNumber, email: made.value.email, password };
}

/** Somebody at a device of their own, logged in. */
export async function aMemberLoggedIn(person: Parameters<typeof aMember>[0] = {}, address?: string): Promise<{ readonly member: TestMember; readonly device: Device }> {
  const member = await aMember(person);
  const device = new Device(address);
  const answer = await device.logIn(member.memberNumber, member.password);
  if (answer.status !== 200) throw new Error(`log-in answered ${answer.status}`);
  return { member, device };
}
