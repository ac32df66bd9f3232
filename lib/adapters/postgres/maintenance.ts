import { pool } from './pool';
import type { Tx } from './transaction';

/** A maintenance that the library announces: shown from `shownFrom` on, running from `from`, over at `until`. */
export type Maintenance = { readonly id: string; readonly shownFrom: Date; readonly from: Date; readonly until: Date; readonly note: string | null };
export type MaintenancePlan = Omit<Maintenance, 'id'>;

const columns = `"id", "shownFrom", "from", "until", "note"`;

/** The one to show now: what runs, else what comes first. */
export async function maintenanceToShow(): Promise<(Maintenance & { readonly now: Date }) | null> {
  const { rows } = await pool().query<Maintenance & { now: Date }>({
    name: 'maintenance-to-show',
    text: `SELECT ${columns}, n."now" FROM (SELECT lending_now() AS "now") n, "Maintenance" WHERE "until" > n."now" AND "shownFrom" <= n."now" ORDER BY "from", "id" LIMIT 1`,
  });
  return rows[0] ?? null;
}

/** Announced and not over, the next first, then the last twenty that are over. */
export async function listMaintenances(): Promise<{ readonly now: Date; readonly items: readonly Maintenance[] }> {
  const { rows } = await pool().query<{ now: Date; items: (Omit<Maintenance, 'shownFrom' | 'from' | 'until'> & { shownFrom: string; from: string; until: string })[] | null }>(
    `SELECT n."now", (SELECT json_agg(m) FROM (SELECT ${columns} FROM "Maintenance" ORDER BY "until" <= n."now", CASE WHEN "until" > n."now" THEN "from" END, "from" DESC LIMIT 40) m) AS "items"
     FROM (SELECT lending_now() AS "now") n`,
  );
  const items = rows[0]?.items ?? [];
  return { now: rows[0]?.now ?? new Date(), items: items.map((item) => ({ ...item, shownFrom: new Date(item.shownFrom), from: new Date(item.from), until: new Date(item.until) })) };
}

export async function insertMaintenance(tx: Tx, { shownFrom, from, until, note }: MaintenancePlan, createdById: string): Promise<Maintenance> {
  const { rows } = await tx.query<Maintenance>(`INSERT INTO "Maintenance" ("shownFrom", "from", "until", "note", "createdById") VALUES ($1, $2, $3, $4, $5) RETURNING ${columns}`, [shownFrom, from, until, note, createdById]);
  if (rows[0] === undefined) throw new Error('the maintenance was not kept');
  return rows[0];
}

export async function deleteMaintenance(tx: Tx, id: string): Promise<boolean> {
  return (await tx.query('DELETE FROM "Maintenance" WHERE "id" = $1', [id])).rowCount === 1;
}
