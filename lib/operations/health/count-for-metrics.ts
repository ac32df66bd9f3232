import { countEverything, type Counts } from '@/lib/adapters/postgres/metrics';
import { checkHealth, type Health } from './check-health';

/** What a graph of the library needs; without the database only what is known without it. */
export async function countForMetrics(): Promise<{ readonly health: Health; readonly counts: Counts | null }> {
  const health = await checkHealth();
  return { health, counts: health.database === 'ok' ? await countEverything().catch(() => null) : null };
}
