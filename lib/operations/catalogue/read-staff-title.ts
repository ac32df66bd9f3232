import { staffTitle, type StaffTitle } from '@/lib/adapters/postgres/staff-titles';

export type { StaffTitle } from '@/lib/adapters/postgres/staff-titles';

/** A title as its librarians see it. */
export async function readStaffTitle(id: string): Promise<StaffTitle | null> {
  return staffTitle(id);
}
