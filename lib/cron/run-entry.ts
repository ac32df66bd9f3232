import { log } from '@/lib/log';
import { claimRun } from '@/lib/operations/tasks/claim-run';
import { finishRun } from '@/lib/operations/tasks/finish-run';
import type { Entry } from './timetable';

/** One run of a task for one due time: by the one process that claims it. A task that fails is logged and written down; it never ends the process. */
export async function runEntry({ task, run, everywhere }: Entry, dueAt: Date, nextDueAt: Date | null): Promise<void> {
  const startedAt = performance.now();
  try {
    if (everywhere === true) return void (await run());
    if (!(await claimRun({ task, dueAt }, nextDueAt))) return;
    const facts = await run();
    await finishRun({ task, dueAt }, { facts });
    log.debug({ task, dueAt, facts, ms: Math.round(performance.now() - startedAt) }, 'task done');
  } catch (error) {
    log.error({ task, dueAt, err: error, ms: Math.round(performance.now() - startedAt) }, 'task failed');
    if (everywhere !== true) await finishRun({ task, dueAt }, { error: kindOf(error) }).catch(() => undefined);
  }
}

/** Messages of errors may quote rows, and rows hold names: only the kind is kept in the database. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? `${error.name} ${code}` : error.name;
}
