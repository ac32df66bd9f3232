import { hashPassword } from '@/lib/adapters/passwords/argon2';
import { pool } from '@/lib/adapters/postgres/pool';
import { Client } from './client';

const password = 'only for the bench';

/** Members of the bench; all share one password, so that making them is quick. */
export async function someMembers(count: number): Promise<{ id: string; memberNumber: string }[]> {
  const { rows } = await pool().query<{ id: string; memberNumber: string }>(
    `INSERT INTO "Member" ("name", "passwordHash", "consentVersion", "consentAt") SELECT 'Bench ' || n, $2, '1', lending_now() FROM generate_series(1, $1::int) n RETURNING "id", "memberNumber"`,
    [count, await hashPassword(password)],
  );
  return rows;
}

export async function loggedIn(origin: string, members: readonly { memberNumber: string }[]): Promise<Client[]> {
  return Promise.all(
    members.map(async ({ memberNumber }) => {
      const client = new Client(origin);
      await client.logIn(memberNumber, password);
      return client;
    }),
  );
}

/** Titles with one copy each and no file: lending needs none. */
export async function someTitles(count: number): Promise<string[]> {
  const { rows } = await pool().query<{ id: string }>(
    `INSERT INTO "Title" ("title", "authors", "language", "publishedAt", "lendingChangedAt") SELECT 'Bench ' || n, '{Bench}', 'id', '2020-01-01', '2020-01-01' FROM generate_series(1, $1::int) n RETURNING "id"`,
    [count],
  );
  const ids = rows.map(({ id }) => id);
  await pool().query(
    `WITH bought AS (INSERT INTO "Licence" ("titleId") SELECT unnest($1::uuid[]) RETURNING "id", "titleId")
     INSERT INTO "Copy" ("titleId", "licenceId", "addedAt") SELECT "titleId", "id", '2020-01-01' FROM bought`,
    [ids],
  );
  return ids;
}
