import { creditRunningOffers } from '@/lib/adapters/postgres/circulation/credit';

/** Once a minute, in every process, and before the first settle at start: rule 4, an outage burns nobody's turn. */
export async function stampHeartbeat(): Promise<void> {
  await creditRunningOffers();
}
