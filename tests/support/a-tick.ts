import { claimTaskRun, finishTaskRun } from '@/lib/adapters/postgres/task-runs';

/** The auto-return task has just run. A process that is five minutes old and knows of no tick calls itself ill: health answers 503. */
export async function aTick(): Promise<void> {
  const run = { task: 'settle-due', dueAt: new Date() };
  await claimTaskRun(run, null);
  await finishTaskRun(run, { facts: {} });
}
