import pg from 'pg';
import { closePool } from '@/lib/adapters/postgres/pool';

export type Statement = { readonly name: string | null; readonly text: string };

/** Every statement that this process sends while `work` runs, each once. */
export async function statementsOf(work: () => Promise<unknown>): Promise<readonly Statement[]> {
  const seen = new Map<string, Statement>();
  // connections that are open already would not be listened to
  await closePool();
  const plain = pg.Client.prototype.query;
  pg.Client.prototype.query = function record(this: pg.Client, ...given: unknown[]): unknown {
    const [query] = given as [string | { name?: string; text?: string }];
    const text = typeof query === 'string' ? query : (query.text ?? '');
    if (/^\s*(SELECT|WITH|INSERT|UPDATE|DELETE)/i.test(text)) seen.set(text, { name: typeof query === 'string' ? null : (query.name ?? null), text });
    return (plain as (...all: unknown[]) => unknown).apply(this, given);
  } as typeof plain;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = plain;
    await closePool();
  }
  return [...seen.values()];
}

type Node = { readonly 'Node Type': string; readonly 'Relation Name'?: string; readonly 'Index Name'?: string; readonly 'Index Cond'?: string; readonly Plans?: readonly Node[] };

/**
 * The tables that a statement's plan reads from end to end although it was told to avoid that at any price. An index is
 * used when it is asked for something, when it holds a part of the table only, or when it is read in order up to a limit.
 */
export async function wholeReadsIn(client: pg.Client, { text }: Statement, partialIndexes: ReadonlySet<string>): Promise<readonly string[]> {
  const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(`EXPLAIN (GENERIC_PLAN, FORMAT JSON) ${text}`);
  const plan = rows[0]?.['QUERY PLAN'][0].Plan;
  return plan === undefined ? [] : [...new Set(wholeReads(plan, false, partialIndexes))];
}

function wholeReads(node: Node, isLimited: boolean, partial: ReadonlySet<string>): string[] {
  const type = node['Node Type'];
  const within = isLimited || type === 'Limit';
  const below = (node.Plans ?? []).flatMap((inner) => wholeReads(inner, within && type !== 'Sort' && type !== 'Aggregate' && type !== 'Hash', partial));
  if (type === 'Seq Scan') return [...below, `${node['Relation Name'] ?? '?'} (no index)`];
  const isIndexRead = type === 'Index Scan' || type === 'Index Only Scan' || type === 'Bitmap Index Scan';
  if (!isIndexRead || node['Index Cond'] !== undefined || within || partial.has(node['Index Name'] ?? '')) return below;
  return [...below, `${node['Relation Name'] ?? node['Index Name'] ?? '?'} (all of ${node['Index Name'] ?? '?'})`];
}

/** Tables that grow with titles, members, loans or years. The others have a row a task, a policy, an announcement. */
const growing = ['Title', 'TitleSearch', 'Content', 'Licence', 'Copy', 'CopyUse', 'Loan', 'Hold', 'Turnaway', 'LendingEvent', 'Member', 'Session', 'Reading', 'SavedTitle', 'Message', 'AuditEntry', 'IdempotencyKey'];

/** Read whole on purpose: the size of the library is counted. */
const countedWhole = new Set(['library-size', 'titles-by-state']);

/** A connection on which what is read from end to end all the same has no index. */
export async function reluctantClient(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: process.env['DATABASE_URL'] });
  await client.connect();
  // an index at any price
  await client.query('SET enable_seqscan = off');
  // joins row by row, as among millions: on empty tables the planner would rather merge two whole indexes
  await client.query('SET enable_mergejoin = off; SET enable_hashjoin = off');
  return client;
}

/** Which of these statements read a growing table from end to end, and how. */
export async function withoutAnIndex(client: pg.Client, statements: readonly Statement[]): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>('SELECT c.relname AS name FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE i.indpred IS NOT NULL');
  const partial = new Set(rows.map(({ name }) => name));
  const wrong: string[] = [];
  for (const statement of statements) {
    if (countedWhole.has(statement.name ?? '')) continue;
    const reads = (await wholeReadsIn(client, statement, partial)).filter((read) => growing.includes(read.split(' ')[0] ?? ''));
    if (reads.length > 0) wrong.push(`${statement.name ?? statement.text.replaceAll(/\s+/g, ' ').slice(0, 160)}: ${reads.join(', ')}`);
  }
  return wrong;
}
