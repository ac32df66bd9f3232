import { pool } from '@/lib/adapters/postgres/pool';

/** So many titles of one copy whose loan ended an hour ago and is not marked yet, by sets; somebody waits for every third. Nobody has two. */
export async function titlesWithEndedLoans(count: number): Promise<readonly string[]> {
  const members = await pool().query<{ id: string }>(
    `INSERT INTO "Member" ("name", "memberNumber", "consentVersion", "consentAt") SELECT 'Anggota ' || i, 'A' || gen_random_uuid(), '1', lending_now() FROM generate_series(1, $1) i RETURNING "id"`,
    [count],
  );
  const memberIds = members.rows.map(({ id }) => id);
  const { rows } = await pool().query<{ id: string }>(
    `INSERT INTO "Title" ("title", "authors", "language", "publishedAt", "lendingChangedAt") SELECT 'Akhir ' || i, '{Siti Rahmah}', 'id', '2020-01-01', '2020-01-01' FROM generate_series(1, $1) i RETURNING "id"`,
    [count],
  );
  const ids = rows.map(({ id }) => id).sort();
  await pool().query(`INSERT INTO "Licence" ("titleId") SELECT unnest($1::uuid[])`, [ids]);
  await pool().query(`INSERT INTO "Copy" ("titleId", "licenceId", "addedAt") SELECT "titleId", "id", '2020-01-01' FROM "Licence" WHERE "titleId" = ANY($1)`, [ids]);
  await pool().query(
    `WITH uses AS (INSERT INTO "CopyUse" ("id", "titleId", "licenceId", "copyId", "kind", "from", "until")
       SELECT gen_random_uuid(), "titleId", "licenceId", "id", 'loan', due - interval '3 days', due FROM "Copy", date_trunc('second', lending_now() - interval '1 hour') due WHERE "titleId" = ANY($1) RETURNING *),
     events AS (INSERT INTO "LendingEvent" ("titleId", "at", "kind", "actorKind", "channel", "loanId", "copyId", "facts")
       SELECT "titleId", "from", 'loan-began', 'member', 'web', "id", "copyId", jsonb_build_object('dueAt', "until") FROM uses)
     INSERT INTO "Loan" ("id", "titleId", "memberId", "borrowedAt", "dueAt") SELECT "id", "titleId", ($2::uuid[])[array_position($1::uuid[], "titleId")], "from", "until" FROM uses`,
    [ids, memberIds],
  );
  await pool().query(
    `WITH placed AS (INSERT INTO "Hold" ("id", "titleId", "memberId", "queueNumber", "placedAt")
       SELECT gen_random_uuid(), t, ($2::uuid[])[1 + i % array_length($2::uuid[], 1)], nextval('hold_queue_number'), date_trunc('milliseconds', lending_now() - interval '1 day') FROM unnest($1::uuid[]) WITH ORDINALITY AS asked(t, i) WHERE i % 3 = 0 RETURNING *)
     INSERT INTO "LendingEvent" ("titleId", "at", "kind", "actorKind", "channel", "holdId", "facts")
       SELECT "titleId", "placedAt", 'hold-placed', 'member', 'web', "id", jsonb_build_object('queueNumber', "queueNumber") FROM placed`,
    [ids, memberIds],
  );
  return ids;
}
