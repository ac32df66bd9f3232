import { pool } from '../pool';

/** The library at one moment. */
export type LibraryNow = {
  readonly activeLoans: number;
  readonly waitingHolds: number;
  /** Copies set aside for somebody. */
  readonly readyHolds: number;
  readonly titles: number;
  readonly members: number;
};

/** What runs now by the clock, not what is still marked so. */
export async function libraryNow(now: Date): Promise<LibraryNow> {
  const [{ rows }, size] = await Promise.all([pool().query<Omit<LibraryNow, keyof LibrarySize>>({
    name: 'library-now',
    text: `SELECT (SELECT count(*) FROM "Loan" l WHERE l."state" = 'active' AND l."dueAt" > $1) AS "activeLoans",
        (SELECT count(*) FROM "Hold" h WHERE h."state" = 'waiting') AS "waitingHolds",
        (SELECT count(*) FROM "Hold" h WHERE h."state" = 'ready' AND h."readyUntil" > $1) AS "readyHolds"`,
    values: [now],
  }), librarySize()]);
  if (rows[0] === undefined) throw new Error('the database did not tell');
  return { ...rows[0], ...size };
}

type LibrarySize = Pick<LibraryNow, 'titles' | 'members'>;

/** A small library is counted each time; counting a million rows may be a minute old. */
const manyRows = 50_000;
const countedForMs = 60_000;
let counted: { readonly size: LibrarySize; readonly untilMs: number } | null = null;

async function librarySize(): Promise<LibrarySize> {
  if (counted !== null && performance.now() < counted.untilMs) return counted.size;
  const { rows } = await pool().query<LibrarySize>({
    name: 'library-size',
    text: `SELECT (SELECT count(*) FROM "Title" t WHERE t."publishedAt" <= lending_now() AND t."withdrawnAt" IS NULL) AS "titles",
        (SELECT count(*) FROM "Member" m WHERE m."erasedAt" IS NULL) AS "members"`,
  });
  const size = rows[0] ?? { titles: 0, members: 0 };
  counted = size.titles + size.members > manyRows ? { size, untilMs: performance.now() + countedForMs } : null;
  return size;
}

/** Members who began a loan in a span of library days; those whose loans were anonymised are remembered by month. */
export async function borrowersIn({ from, to, timeZone }: { from: string; to: string; timeZone: string }): Promise<number> {
  const { rows } = await pool().query<{ count: number }>({
    name: 'borrowers-in',
    text: `SELECT count(*) AS "count" FROM (
        SELECT l."memberId" FROM "Loan" l WHERE l."memberId" IS NOT NULL AND l."borrowedAt" >= ($1::date)::timestamp AT TIME ZONE $3 AND l."borrowedAt" < ($2::date + 1)::timestamp AT TIME ZONE $3
        UNION SELECT b."memberId" FROM "BorrowingMonth" b WHERE b."month" >= $1::date AND b."month" <= $2::date) who`,
    values: [from, to, timeZone],
  });
  return rows[0]?.count ?? 0;
}

export type LastRun = { readonly task: string; readonly dueAt: Date; readonly startedAt: Date; readonly finishedAt: Date | null; readonly error: string | null; readonly facts: Readonly<Record<string, unknown>> };

/** The newest run of a task, in whichever process; one that is still running has neither end nor error. */
export async function lastRunOf(task: string): Promise<LastRun | null> {
  const { rows } = await pool().query<LastRun>({
    name: 'last-run',
    text: `SELECT "task", "dueAt", "startedAt", "finishedAt", "error", "facts" FROM "TaskRun" WHERE "task" = $1 ORDER BY "startedAt" DESC LIMIT 1`,
    values: [task],
  });
  return rows[0] ?? null;
}
