import { log } from '@/lib/log';
import { stampHeartbeat } from '@/lib/operations/lending/stamp-heartbeat';

const everyMs = 60_000;
const retryMs = 1000;

/**
 * Stamps now and every minute from now on, in every process. Resolves after the first stamp, which credits an outage
 * (rule 4); while the database is away it tries again every second.
 */
export async function startHeartbeat(): Promise<void> {
  for (let failures = 0; !(await stamp(failures)); failures += 1) await new Promise((resolve) => setTimeout(resolve, retryMs));
  setInterval(() => void stamp(0), everyMs).unref();
}

async function stamp(failuresBefore: number): Promise<boolean> {
  try {
    await stampHeartbeat();
    return true;
  } catch (error) {
    // once a minute is enough while the database is away
    if (failuresBefore % 60 === 0) log.error({ err: error }, 'heartbeat not stamped');
    return false;
  }
}
