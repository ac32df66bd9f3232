import { pool } from './pool';

export async function databaseNow(): Promise<Date> {
  const { rows } = await pool().query<{ now: Date }>({ name: 'clock', text: 'SELECT lending_now() AS "now"' });
  if (rows[0] === undefined) throw new Error('the database did not tell the time');
  return rows[0].now;
}
