import { schedule, setLogger, type ScheduledTask } from 'node-cron';
import { environment } from '@/lib/config/environment';
import { log } from '@/lib/log';
import { lastRun } from '@/lib/operations/tasks/last-run';
import { startHeartbeat } from './heartbeat';
import { runEntry } from './run-entry';
import { timetable, type Entry } from './timetable';

declare global {
  // Next.js may evaluate this module twice in one process; the clockwork is wound once.
  var pinjamClockwork: Promise<void> | undefined;
}

const patienceMs = 5000;

/**
 * Winds the clockwork of this process: first the heartbeat, whose first stamp credits an outage before anything can
 * settle; then catch-up and the timetable. Waits for the stamp a few seconds only: with the database away the server
 * comes up and says so, and the clockwork follows when the database does.
 */
export async function startCron(): Promise<void> {
  globalThis.pinjamClockwork ??= startHeartbeat().then(startTimetable);
  await Promise.race([globalThis.pinjamClockwork, new Promise((resolve) => setTimeout(resolve, patienceMs).unref())]);
}

function startTimetable(): void {
  setLogger({ info: () => undefined, debug: () => undefined, warn: (text) => log.warn(text), error: (text, err) => log.error({ err: err ?? text }, 'clockwork') });
  for (const entry of timetable()) void startEntry(entry);
}

export async function startEntry(entry: Entry): Promise<ScheduledTask> {
  const { TIME_ZONE } = environment();
  const task = schedule(entry.schedule, ({ date }) => runEntry(entry, date, task.getNextRun()), { name: entry.task, timezone: TIME_ZONE, noOverlap: true, unref: true, suppressMissedWarning: true });
  // The process was busy or asleep at the due time: what is not repeated soon anyway runs late rather than never.
  if (entry.atStart === 'when-missed') task.on('execution:missed', ({ date }) => runEntry(entry, date, task.getNextRun()));
  if (entry.atStart !== undefined) await catchUp(entry, task);
  return task;
}

/** After an outage the work waits for nobody's schedule. Two processes that start in the same minute share one catch-up of a missed run. */
async function catchUp(entry: Entry, task: ScheduledTask): Promise<void> {
  const now = new Date();
  if (entry.atStart === 'always') return runEntry(entry, now, task.getNextRun());
  try {
    const last = await lastRun(entry.task);
    const [next, afterNext] = task.getNextRuns(2);
    const intervalMs = Number(afterNext) - Number(next);
    if (last !== null && now.getTime() - last.dueAt.getTime() < intervalMs) return;
  } catch (error) {
    return log.error({ task: entry.task, err: error }, 'no catch-up');
  }
  const thisMinute = new Date(Math.floor(now.getTime() / 60_000) * 60_000);
  await runEntry(entry, thisMinute, task.getNextRun());
}
