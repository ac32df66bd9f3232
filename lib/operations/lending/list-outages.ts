import { latestOutages, type OutageRow } from '@/lib/adapters/postgres/outage-list';

export type { OutageRow };

const shownAtMost = 100;

/** The latest outages, those that admins declared and those that the heartbeat noticed, with what each has given so far. */
export async function listOutages(): Promise<readonly OutageRow[]> {
  return latestOutages(shownAtMost);
}
