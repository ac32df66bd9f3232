import { claimTaskRun, type RunKey } from '@/lib/adapters/postgres/task-runs';

/** The coordinator of many processes: whoever writes the row of a task and its due time first runs it; the others do nothing. */
export async function claimRun(run: RunKey, nextDueAt: Date | null): Promise<boolean> {
  return claimTaskRun(run, nextDueAt);
}
