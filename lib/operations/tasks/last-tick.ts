import { lastGoodRun } from '@/lib/adapters/postgres/task-runs';
import { addMs, minute } from '@/lib/domain/time';

/** What health and the overview tell of the auto-return task. */
export type LastTick = {
  readonly dueAt: Date;
  readonly finishedAt: Date | null;
  /** How many titles it settled, and what it did to them: `{ titleCount, counts: { 'loan-ended': 3 } }`. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** Its own schedule's next tick is five minutes overdue, or it has failed for so long. */
  readonly isMissed: boolean;
};

const toleranceMs = 5 * minute;

/** The last good tick of the auto-return task in any process, judged by its own schedule; null: none has come yet. */
export async function lastTick(): Promise<LastTick | null> {
  const run = await lastGoodRun('settle-due');
  if (run === null) return null;
  const { dueAt, finishedAt, facts, nextDueAt, now } = run;
  return { dueAt, finishedAt, facts, isMissed: nextDueAt !== null && addMs(nextDueAt, toleranceMs) < now };
}
