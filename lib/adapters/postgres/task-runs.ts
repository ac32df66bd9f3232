import { pool } from './pool';

/** One run of a task: its name and the instant of its schedule that it stands for. */
export type RunKey = { readonly task: string; readonly dueAt: Date };

/** True for exactly one of all the processes that ask for the same run. */
export async function claimTaskRun({ task, dueAt }: RunKey, nextDueAt: Date | null): Promise<boolean> {
  const claimed = await pool().query('INSERT INTO "TaskRun" ("task", "dueAt", "nextDueAt") VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [task, dueAt, nextDueAt]);
  return claimed.rowCount === 1;
}

export async function finishTaskRun({ task, dueAt }: RunKey, end: { readonly facts: object } | { readonly error: string }): Promise<void> {
  const { facts, error } = 'error' in end ? { facts: {}, error: end.error } : { facts: end.facts, error: null };
  await pool().query('UPDATE "TaskRun" SET "finishedAt" = lending_now(), "facts" = $3, "error" = $4 WHERE "task" = $1 AND "dueAt" = $2', [task, dueAt, JSON.stringify(facts), error]);
}

export type TaskRunRow = { readonly dueAt: Date; readonly startedAt: Date; readonly finishedAt: Date | null; readonly nextDueAt: Date | null; readonly facts: Readonly<Record<string, unknown>>; readonly error: string | null; readonly now: Date };

/** The last run of a task that came to a good end, in whichever process. */
export async function lastGoodRun(task: string): Promise<TaskRunRow | null> {
  const { rows } = await pool().query<TaskRunRow>({
    name: 'last-good-run',
    text: `SELECT "dueAt", "startedAt", "finishedAt", "nextDueAt", "facts", "error", lending_now() AS "now" FROM "TaskRun"
      WHERE "task" = $1 AND "finishedAt" IS NOT NULL AND "error" IS NULL ORDER BY "startedAt" DESC LIMIT 1`,
    values: [task],
  });
  return rows[0] ?? null;
}

/** The book of runs is kept for a week, the last good run of each task for ever; so many a call. */
export async function sweepTaskRuns(limit: number): Promise<number> {
  const swept = await pool().query(
    `DELETE FROM "TaskRun" WHERE ("task", "dueAt") IN (
       SELECT r."task", r."dueAt" FROM "TaskRun" r WHERE r."startedAt" < lending_now() - interval '7 days'
         AND EXISTS (SELECT 1 FROM "TaskRun" later WHERE later."task" = r."task" AND later."startedAt" > r."startedAt" AND later."finishedAt" IS NOT NULL AND later."error" IS NULL)
       LIMIT $1)`,
    [limit],
  );
  return swept.rowCount ?? 0;
}
