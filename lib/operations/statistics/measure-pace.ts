import { keepPace, observedPace } from '@/lib/adapters/postgres/pace';
import type { Pace } from '@/lib/domain/lending/wait';

/** Fewer than these tell nothing. */
const loansAtLeast = 30;
const pickupsAtLeast = 10;

/** Rule 11: the expected wait is reckoned with this library's own means of the last 90 days; hourly is often enough. */
export async function measurePace(): Promise<NonNullable<Pace>> {
  const pace = await observedPace({ loansAtLeast, pickupsAtLeast });
  await keepPace(pace);
  return pace;
}
