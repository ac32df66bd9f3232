import { expect } from '@jest/globals';
import pg from 'pg';
import type { ApiClient } from './api-client';
import type { Ledger } from './ledger';
import type { Random } from './random';

/**
 * What a library has acknowledged, held against what its database says: everything that was answered is there, nothing is
 * there that nobody was told of, and an old key gets its old answer.
 */
export async function agrees(ledger: Ledger, { databaseUrl, clients, random }: { databaseUrl: string; clients: readonly ApiClient[]; random: Random }): Promise<void> {
  expect(ledger.wrong).toEqual([]);
  await sayTheSameAgain(ledger, clients, random);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const ask = async <T extends object>(sql: string) => (await client.query<T>(sql)).rows;
  try {
    await hasWhatWasTold(ledger, ask);
    for (const [what, sql] of Object.entries(neverTwice)) expect([what, await ask(sql)]).toEqual([what, []]);
  } finally {
    await client.end();
  }
}

type Ask = <T extends object>(sql: string) => Promise<T[]>;

async function hasWhatWasTold(ledger: Ledger, ask: Ask): Promise<void> {
  const lent = `"titleId" IN ('${ledger.titles.join("', '")}')`;
  const loans = await ask<{ id: string; state: string }>(`SELECT "id", "state" FROM "Loan" WHERE ${lent}`);
  const holds = await ask<{ id: string; state: string }>(`SELECT "id", "state" FROM "Hold" WHERE ${lent}`);
  expect(loans.map(({ id }) => id).sort()).toEqual(ledger.idsOf('loans').sort());
  expect(holds.map(({ id }) => id).sort()).toEqual(ledger.idsOf('holds').sort());
  const stateOf = new Map([...loans, ...holds].map(({ id, state }) => [id, state]));
  for (const { method, path, status } of ledger.entries) {
    if (status !== 200) continue;
    const id = path.split('/')[3] ?? '';
    if (path.endsWith('/return')) expect([id, stateOf.get(id)]).toEqual([id, 'returned']);
    if (method === 'DELETE') expect(['cancelled', 'fulfilled', 'lapsed']).toContain(stateOf.get(id));
  }
}

/** A key that is sent again after all that gets the first answer, and nothing happens. */
async function sayTheSameAgain(ledger: Ledger, clients: readonly ApiClient[], random: Random): Promise<void> {
  for (let asked = 0; asked < Math.min(60, ledger.entries.length); asked += 1) {
    const { member, method, path, key, status, json } = random.pick(ledger.entries);
    const again = await clients[member]?.call(method, path, undefined, { 'idempotency-key': key });
    expect({ path, status: again?.status, json: again?.json }).toEqual({ path, status, json });
  }
}

/** Each answers the rows that must not be. */
const neverTwice = {
  'a copy in two uses at one instant': `
    SELECT a."id", b."id" FROM "CopyUse" a JOIN "CopyUse" b ON a."copyId" = b."copyId" AND a."id" < b."id"
    WHERE tstzrange(a."from", a."until", '[)') && tstzrange(b."from", b."until", '[)')`,
  'two running loans of a member and title': `SELECT "memberId", "titleId" FROM "Loan" WHERE "state" = 'active' GROUP BY 1, 2 HAVING count(*) > 1`,
  'two open holds of a member and title': `SELECT "memberId", "titleId" FROM "Hold" WHERE "state" IN ('waiting', 'ready') GROUP BY 1, 2 HAVING count(*) > 1`,
  'a loan that began or ended other than once': `
    SELECT l."id" FROM "Loan" l LEFT JOIN "LendingEvent" e ON e."loanId" = l."id" AND e."kind" IN ('loan-began', 'loan-ended') GROUP BY l."id", l."state"
    HAVING count(*) FILTER (WHERE e."kind" = 'loan-began') <> 1 OR count(*) FILTER (WHERE e."kind" = 'loan-ended') <> (l."state" <> 'active')::int`,
  'a hold that was placed other than once': `
    SELECT h."id" FROM "Hold" h LEFT JOIN "LendingEvent" e ON e."holdId" = h."id" AND e."kind" = 'hold-placed' GROUP BY h."id" HAVING count(e."id") <> 1`,
  'a message to one member about one thing, twice': `SELECT "key", "channel" FROM "Message" GROUP BY 1, 2 HAVING count(*) > 1`,
};
