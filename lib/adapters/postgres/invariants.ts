import { pool } from './pool';

/** A line of the view `invariant_violations`: what should never be. Ids, never names. */
export type Violation = { readonly line: string; readonly titleId: string; readonly subjectId: string | null; readonly at: Date | null; readonly detail: string };

// a library that is wrong everywhere is told so by its first hundred wrongs
const rowsAtMost = 100;

export async function violationsOf(titleIds: readonly string[]): Promise<readonly Violation[]> {
  const { rows } = await pool().query<Violation>({
    name: 'violations-of-titles',
    text: `SELECT * FROM "invariant_violations" WHERE "titleId" = ANY($1::uuid[]) LIMIT ${rowsAtMost}`,
    values: [titleIds],
  });
  return rows;
}

/** What only time makes wrong, among open rows: copies that stand idle, ends that nobody wrote down. */
export async function overdueViolations(): Promise<readonly Violation[]> {
  const { rows } = await pool().query<Violation>({
    name: 'violations-by-time',
    text: `SELECT * FROM "invariant_not_settled" UNION ALL SELECT * FROM "invariant_idle_copy" LIMIT ${rowsAtMost}`,
  });
  return rows;
}

export type ChangedTitles = { readonly titleIds: readonly string[]; readonly lastEventId: number };

/** Titles with events after `eventId`, in the order of the events and so many events a call. */
export async function titlesChangedAfter(eventId: number, limit: number): Promise<ChangedTitles> {
  const { rows } = await pool().query<{ titleIds: string[] | null; lastEventId: number | null }>({
    name: 'titles-changed-after',
    text: `SELECT array_agg(DISTINCT e."titleId") AS "titleIds", max(e."id") AS "lastEventId"
      FROM (SELECT "id", "titleId" FROM "LendingEvent" WHERE "id" > $1 ORDER BY "id" LIMIT $2) e`,
    values: [eventId, limit],
  });
  return { titleIds: rows[0]?.titleIds ?? [], lastEventId: rows[0]?.lastEventId ?? eventId };
}

export async function newestEventId(): Promise<number> {
  const { rows } = await pool().query<{ id: number | null }>('SELECT max("id") AS "id" FROM "LendingEvent"');
  return rows[0]?.id ?? 0;
}

/** Every title in the order of its id, so many a call. */
export async function titlesAfter(titleId: string, limit: number): Promise<readonly string[]> {
  const { rows } = await pool().query<{ id: string }>({ name: 'titles-after', text: 'SELECT "id" FROM "Title" WHERE "id" > $1::uuid ORDER BY "id" LIMIT $2', values: [titleId, limit] });
  return rows.map(({ id }) => id);
}
