import { lastGoodRun, type TaskRunRow } from '@/lib/adapters/postgres/task-runs';

/** The last good run of a task, in whichever process; null before the first. */
export async function lastRun(task: string): Promise<TaskRunRow | null> {
  return lastGoodRun(task);
}
