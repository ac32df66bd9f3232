import { listMaintenances as list, type Maintenance } from '@/lib/adapters/postgres/maintenance';

export type { Maintenance };

/** What is announced, the next first, then what is over. */
export async function listMaintenances(): Promise<{ readonly now: Date; readonly items: readonly Maintenance[] }> {
  return list();
}
