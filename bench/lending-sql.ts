import pg from 'pg';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { borrowTitle } from '@/lib/operations/lending/borrow-title';
import { type Finding, median, rounded } from './measure';
import { someMembers, someTitles } from './people';

type Statement = { readonly name?: string | undefined; readonly text: string; readonly values?: unknown[] | undefined };

const rounds = 3;
const borrowsARound = 400;

/** The borrow transaction, beside exactly the statements that it sent, with the same values, on bare pg: what our own code costs. */
export async function borrowingBesideItsStatements(databaseUrl: string): Promise<Finding[]> {
  const members = await someMembers(borrowsARound);
  const titles = await someTitles(borrowsARound);
  const bare = new pg.Client({ connectionString: databaseUrl });
  await bare.connect();
  await borrowAll(titles, members, null);
  await forget(titles);
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    const recorded: Statement[] = [];
    // connections that are open already would not be listened to, and those that listen are not timed
    await closePool();
    await borrowAll(titles, members, recorded);
    await closePool();
    await forget(titles);
    // recording costs a little itself: the time that counts is taken without it
    ours.push(await timed(() => borrowAll(titles, members, null)));
    await forget(titles);
    theirs.push(await timed(() => replay(bare, recorded)));
    await forget(titles);
  }
  await bare.end();
  const [own, same] = [borrowsARound / median(ours), borrowsARound / median(theirs)];
  return [{ what: 'borrow transaction (1 caller)', value: rounded(own), unit: 'borrows/s', beside: 'same statements on bare pg', besideValue: rounded(same), ratio: rounded(own / same) }];
}

async function borrowAll(titles: readonly string[], members: readonly { id: string }[], recorded: Statement[] | null): Promise<void> {
  const plain = pg.Client.prototype.query;
  if (recorded !== null) {
    pg.Client.prototype.query = function record(this: pg.Client, ...given: unknown[]): unknown {
      const [query, values] = given as [string | Statement, unknown[] | undefined];
      recorded.push(typeof query === 'string' ? { text: query, values } : { name: query.name, text: query.text, values: query.values ?? values });
      return (plain as (...all: unknown[]) => unknown).apply(this, given);
    } as typeof plain;
  }
  try {
    for (const [index, titleId] of titles.entries()) {
      const memberId = members[index]?.id ?? '';
      const outcome = await borrowTitle(titleId, memberId, { actor: { kind: 'member', memberId, channel: 'web' } });
      if (!outcome.ok) throw new Error(`the bench could not borrow: ${outcome.refusal.code}`);
    }
  } finally {
    pg.Client.prototype.query = plain;
  }
}

async function replay(client: pg.Client, statements: readonly Statement[]): Promise<void> {
  for (const { name, text, values } of statements) await client.query(name === undefined ? { text, values } : { name, text, values });
}

/** As if nothing had been borrowed. */
async function forget(titles: readonly string[]): Promise<void> {
  for (const table of ['Message', 'LendingEvent', 'Turnaway', 'Loan', 'CopyUse']) await pool().query(`DELETE FROM "${table}" WHERE "titleId" = ANY($1)`, [titles]);
  await pool().query(`UPDATE "Title" SET "lendingChangedAt" = '2020-01-01', "borrowCount" = 0 WHERE "id" = ANY($1)`, [titles]);
  await pool().query('VACUUM ANALYZE "Loan", "CopyUse", "LendingEvent", "Title"');
}

async function timed(work: () => Promise<void>): Promise<number> {
  const from = performance.now();
  await work();
  return (performance.now() - from) / 1000;
}
