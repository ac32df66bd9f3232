import { apply } from '@/lib/domain/lending/apply';
import type { LendingChange } from '@/lib/domain/lending/changes';
import type { Circulation, Use } from '@/lib/domain/lending/circulation';
import { isOpen, type Hold } from '@/lib/domain/lending/hold';
import type { Loan } from '@/lib/domain/lending/loan';
import type { Violation } from '../invariants';
import { changesOf, recordOf, type TitleRecord } from './record';

// an answer to a member never waits for a long past that is played again
const changesAtOnce = 200;

/**
 * The event log of a title, replayed from nothing by the rules' own reducer, gives the rows as they are: one violation for
 * each that it does not give. What has ended is laid aside, so that a long past costs no more than a short one.
 */
export async function replayTitle(titleId: string): Promise<readonly Violation[]> {
  const record = await recordOf(titleId);
  if (record === null) return [];
  const aside = new Aside();
  let circulation = beginning(record);
  let played = 0;
  try {
    for (const change of changesOf(record)) {
      circulation = aside.clear(apply(aside.bring(circulation, change), change));
      if ((played += 1) % changesAtOnce === 0) await new Promise((resolve) => setImmediate(resolve));
    }
  } catch (error) {
    return [{ line: 'replay-fails', titleId, subjectId: titleId, at: null, detail: `change ${played}: ${error instanceof Error ? error.message : ''}` }];
  }
  return differences(record, circulation, aside);
}

/** Licences and copies that came with the title, before its first event. */
function beginning({ titleId, licences, copies, events, title }: TitleRecord): Circulation {
  const added = new Set(events.flatMap(({ kind, copyId, facts }) => (kind === 'copy-added' ? [copyId] : kind === 'licence-added' ? [facts['licenceId']] : [])));
  return {
    title: { ...title, id: titleId, state: 'lendable', loansEndBecause: null },
    licences: licences.filter(({ id }) => !added.has(id)).map((licence) => ({ ...licence, checkoutsUsed: 0, end: null })),
    copies: copies.filter(({ id }) => !added.has(id)).map((copy) => ({ ...copy, retiringAt: null, retiredAt: null })),
    uses: [], loans: [], holds: [], waitingCount: null,
  };
}

/** What is over; an outage may bring a hold back. */
class Aside {
  readonly loans = new Map<string, Loan>();
  readonly holds = new Map<string, Hold>();
  readonly uses = new Map<string, Use>();

  bring(circulation: Circulation, change: LendingChange): Circulation {
    const hold = change.kind === 'hold-restored' ? this.holds.get(change.holdId) : undefined;
    if (hold === undefined) return circulation;
    this.holds.delete(hold.id);
    return { ...circulation, holds: [...circulation.holds, hold] };
  }

  clear(circulation: Circulation): Circulation {
    const loans = circulation.loans.filter((loan) => loan.state === 'active' || !this.loans.set(loan.id, loan));
    const holds = circulation.holds.filter((hold) => isOpen(hold) || !this.holds.set(hold.id, hold));
    const running = new Set([...loans.map(({ id }) => id), ...holds.flatMap((hold) => (hold.state === 'ready' ? [hold.offerId] : []))]);
    const uses = circulation.uses.filter((use) => running.has(use.id) || !this.uses.set(use.id, use));
    return { ...circulation, loans, holds, uses };
  }
}

function differences(record: TitleRecord, circulation: Circulation, aside: Aside): Violation[] {
  const { titleId } = record;
  const withdrawn = (circulation.title.state === 'withdrawn') === (record.title.state === 'withdrawn') ? [] : [differs(titleId, titleId, 'title')];
  return [
    ...withdrawn,
    ...compare(titleId, 'loan', record.loans, [...circulation.loans, ...aside.loans.values()]),
    ...compare(titleId, 'hold', record.holds.map(plain), [...circulation.holds, ...aside.holds.values()].map(plain)),
    ...compare(titleId, 'use', record.uses, [...circulation.uses, ...aside.uses.values()]),
    ...compare(titleId, 'copy', record.copies, circulation.copies),
    ...compare(titleId, 'licence', record.licences, circulation.licences),
  ];
}

/** Standing and category are the member's, not the hold's history. */
function plain({ standing: _standing, category: _category, ...hold }: Hold): Omit<Hold, 'standing' | 'category'> {
  return hold;
}

function compare<T extends { readonly id: string }>(titleId: string, what: string, rows: readonly T[], replayed: readonly T[]): Violation[] {
  const theirs = new Map(replayed.map((one) => [one.id, asText(one)]));
  const different = rows.filter((row) => theirs.get(row.id) !== asText(row)).map(({ id }) => id);
  const known = new Set(rows.map(({ id }) => id));
  const missing = replayed.filter(({ id }) => !known.has(id)).map(({ id }) => id);
  return [...different, ...missing].map((id) => differs(titleId, id, what));
}

function differs(titleId: string, subjectId: string, what: string): Violation {
  return { line: 'replay-differs', titleId, subjectId, at: null, detail: what };
}

/** Fields in one order, whoever made the value. */
function asText(value: object): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );
}
