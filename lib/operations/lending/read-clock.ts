import { databaseNow } from '@/lib/adapters/postgres/clock';

/** The one clock of lending, so that a phone with a wrong clock still counts down right. */
export async function readClock(): Promise<Date> {
  return databaseNow();
}
