import { databaseNow } from '@/lib/adapters/postgres/clock';
import type { NamingMoment } from '@/lib/adapters/postgres/loan-database';
import { policyInForce } from '@/lib/adapters/postgres/policy';
import { knownDurationMs } from '@/lib/domain/duration';
import { addMs } from '@/lib/domain/time';

/** Rule 12: staff see who had an ended loan only for the retention period, whether or not the row has been anonymised yet. */
export async function namingMoment(): Promise<NamingMoment> {
  const [now, { policy }] = await Promise.all([databaseNow(), policyInForce()]);
  return { now, namedSince: addMs(now, -knownDurationMs(policy.retention)) };
}
