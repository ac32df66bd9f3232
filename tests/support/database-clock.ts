import { pool } from '@/lib/adapters/postgres/pool';

/** Moves the database's clock, as a wrongly set machine would: the one clock of lending, ahead by so much from now on. */
export async function setDatabaseClockAhead(byMs: number): Promise<void> {
  await pool().query(`CREATE OR REPLACE FUNCTION lending_now() RETURNS timestamptz LANGUAGE sql VOLATILE PARALLEL SAFE
    AS $$ SELECT date_trunc('milliseconds', clock_timestamp() + interval '${Math.round(byMs)} milliseconds') $$`);
}
