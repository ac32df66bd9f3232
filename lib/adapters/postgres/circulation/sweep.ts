import { randomUUID } from 'node:crypto';
import { theClock } from '@/lib/domain/actor';
import type { LendingChange } from '@/lib/domain/lending/changes';
import { settle } from '@/lib/domain/lending/settle';
import { log } from '@/lib/log';
import { aLine, type Line, type Turn } from '../line';
import { pool } from '../pool';
import { inTransaction, type Send, type Tx } from '../transaction';
import { hasUncreditedOutage } from './change';
import { creditRunningOffers } from './credit';
import { dueTitlesStatement, idsAtOnce } from './due-titles-sql';
import { loadCirculations } from './load';
import { saveCirculations, type Changed } from './save';

export const titlesAtOnce = 200;

export type Sweep = {
  readonly titleCount: number;
  readonly counts: Readonly<Partial<Record<LendingChange['kind'], number>>>;
  /** Titles whose own rows stand in the way; the log names them, and the watch of the invariants what is not settled. */
  readonly failedCount: number;
};

/**
 * Settles every title on which time has decided something: up to 200 a transaction, locked in id order. Titles that
 * somebody else holds are skipped: whoever holds one settles it. May run twice, late and in two processes at once.
 * While one batch is written the next is read and reckoned; two that are written at once would leave members no core to be answered on.
 */
export async function sweepCirculations({ at }: { at?: Date } = {}): Promise<Sweep> {
  if (at === undefined) await creditRunningOffers();
  const counts: Partial<Record<LendingChange['kind'], number>> = {};
  let [titleCount, failedCount] = [0, 0];
  for (let after: string | null = '00000000-0000-0000-0000-000000000000'; after !== null; ) {
    const ids: readonly string[] = await dueTitles(after, at);
    const [batches, writing] = [batchesOf(ids), aLine()];
    const settleWhatIsLeft = async (): Promise<void> => {
      for (const batch of batches) {
        const { changed, failed } = await settleTitles(batch, at, writing);
        titleCount += changed.length;
        failedCount += failed;
        for (const { changes } of changed) for (const { kind } of changes) counts[kind] = (counts[kind] ?? 0) + 1;
      }
    };
    // one that fails takes no further batch with it, and the other is at its end before anybody hears of it
    for (const half of await Promise.allSettled([settleWhatIsLeft(), settleWhatIsLeft()])) if (half.status === 'rejected') throw half.reason;
    after = ids.length < idsAtOnce ? null : (ids.at(-1) ?? null);
  }
  return { titleCount, counts, failedCount };
}

function* batchesOf(ids: readonly string[]): Generator<readonly string[]> {
  for (let from = 0; from < ids.length; from += titlesAtOnce) yield ids.slice(from, from + titlesAtOnce);
}

async function dueTitles(after: string, at: Date | undefined): Promise<readonly string[]> {
  const { rows } = await pool().query<{ id: string }>({ ...dueTitlesStatement, values: [after, at ?? null] });
  return rows.map(({ id }) => id);
}

type Settled = { readonly changed: readonly Changed[]; readonly failed: number };

/** One title whose rows a rule or the database refuses does not keep the others waiting: the batch is halved until it stands alone. */
async function settleTitles(ids: readonly string[], at: Date | undefined, writing: Line): Promise<Settled> {
  try {
    return { changed: await settleInTurn(ids, at, writing), failed: 0 };
  } catch (error) {
    if (!isOfOneTitle(error)) throw error;
    if (ids.length === 1) {
      log.error({ titleId: ids[0], err: error }, 'a title cannot be settled');
      return { changed: [], failed: 1 };
    }
    const half = Math.ceil(ids.length / 2);
    const [first, second] = [await settleTitles(ids.slice(0, half), at, writing), await settleTitles(ids.slice(half), at, writing)];
    return { changed: [...first.changed, ...second.changed], failed: first.failed + second.failed };
  }
}

async function settleInTurn(ids: readonly string[], at: Date | undefined, writing: Line): Promise<readonly Changed[]> {
  const turn = writing.takePlace();
  try {
    return await inTransaction((tx, send) => settleBatch({ tx, send, turn }, ids, at));
  } finally {
    turn.leave();
  }
}

/** A rule that met what it holds impossible, or a row that the database refuses; not a database that is away. */
function isOfOneTitle(error: unknown): boolean {
  if (error instanceof TypeError || error instanceof RangeError) return true;
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && /^2[23]...$/.test(code);
}

async function settleBatch({ tx, send, turn }: { tx: Tx; send: Send; turn: Turn }, ids: readonly string[], at: Date | undefined): Promise<readonly Changed[]> {
  // sent together: what is loaded is read after the locks
  const [locked, all] = await Promise.all([tx.query<{ id: string }>({ ...lockTitles, values: [ids] }), loadCirculations(tx, ids, {}, at)]);
  const ours = new Set(locked.rows.map(({ id }) => id));
  const changed = all
    .filter((loaded) => ours.has(loaded.circulation.title.id) && (at !== undefined || !hasUncreditedOutage(loaded)))
    .map(({ circulation: before, now }): Changed => {
      const { after, changes } = settle(before, { now, freshId: randomUUID });
      return { titleId: before.title.id, actor: theClock, before, after, changes, now };
    })
    .filter(({ changes }) => changes.length > 0);
  await turn.come();
  saveCirculations(send, changed);
  return changed;
}

const lockTitles = { name: 'lock-titles', text: 'SELECT t."id" FROM "Title" t WHERE t."id" = ANY($1::uuid[]) ORDER BY t."id" FOR NO KEY UPDATE SKIP LOCKED' };
