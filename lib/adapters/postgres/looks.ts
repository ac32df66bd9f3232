import { pool } from './pool';

/** Each minute at what changed and what is open; each night at everything. */
export type LookName = 'minute' | 'night';

/** What a look at the invariants found. */
export type Look = {
  readonly at: string;
  readonly titleCount: number;
  /** How many violations of which line. */
  readonly violations: Readonly<Record<string, number>>;
  /** Up to which event the changes have been looked at, and up to which the time before. */
  readonly lastEventId?: number;
  readonly eventIdBefore?: number;
};

export async function keepLook(name: LookName, look: Omit<Look, 'at'>): Promise<void> {
  await pool().query(
    `INSERT INTO "Setting" ("name", "value") VALUES ($1, $2::jsonb || jsonb_build_object('at', to_char(lending_now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
     ON CONFLICT ("name") DO UPDATE SET "value" = excluded."value"`,
    [`invariants-${name}`, JSON.stringify(look)],
  );
}

export async function lastLook(name: LookName): Promise<(Look & { readonly ageSeconds: number }) | null> {
  const { rows } = await pool().query<{ value: Look; ageSeconds: number }>({
    name: 'last-look',
    text: `SELECT "value", greatest(0, floor(extract(epoch FROM lending_now() - ("value"->>'at')::timestamptz)))::int AS "ageSeconds" FROM "Setting" WHERE "name" = $1`,
    values: [`invariants-${name}`],
  });
  return rows[0] === undefined ? null : { ...rows[0].value, ageSeconds: rows[0].ageSeconds };
}
