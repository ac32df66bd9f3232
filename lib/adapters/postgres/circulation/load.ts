import type pg from 'pg';
import type { Borrower, Circulation } from '@/lib/domain/lending/circulation';
import { limitsOf, termsOf, type CategoryPolicy, type Policy, type TitleTerms } from '@/lib/domain/lending/policy';
import type { Pace } from '@/lib/domain/lending/wait';
import { loadOutage, type OutageNeed, type OutageScene } from './load-outage';
import { loadStatement, memberStatement } from './load-sql';
import { copyOf, each, holdOf, licenceOf, loanOf, offersOf, standingOf, useOf, type CopyRow, type HeldRow, type LentRow, type LicenceRow } from './rows';

/** Which part of a title's lending an act needs beside what always is loaded. */
export type Need = NeedOfEach & {
  readonly titleId: string;
  /** What a declared outage may give, and what others have given, comes along. */
  readonly outage?: OutageNeed;
};

type NeedOfEach = {
  /** The member who acts or asks: their loan, hold and counts come along. */
  readonly memberId?: string;
  readonly loanId?: string;
  readonly holdId?: string;
  /** Count the queue: grows with its length, so only where a person is told. */
  readonly measureQueue?: boolean;
  readonly drawQueueNumber?: boolean;
  readonly findLowestNumber?: boolean;
  /** So many copies may come with the act: as many more of the queue are offered one at once. */
  readonly moreCopies?: number;
};

export type Loaded = {
  readonly circulation: Circulation;
  readonly borrower: Borrower | null;
  /** Waiting holds, not suspended, before the member's own (or before the end of the queue). */
  readonly aheadCount: number | null;
  readonly queueNumber: number | null;
  /** The lowest number in the title's queue, ended holds included. */
  readonly lowestNumber: number | null;
  readonly outage: OutageScene | null;
  readonly policy: Policy;
  readonly pace: Pace;
  /** The database's clock, never earlier than the title's last change. */
  readonly now: Date;
  readonly lastBeatAt: Date | null;
  /** The database's clock as it is: earlier than `now` where it was set back since the title's last change. */
  readonly clockAt: Date;
  /** An outage was noted and its offers are not all credited yet (rule 4). */
  readonly outageOpen: boolean;
};

type Row = {
  titleId: string; now: Date; state: Circulation['title']['state']; terms: TitleTerms; policy: Policy; pace: Pace; loansEndBecause: string | null; licences: LicenceRow[]; lastBeatAt: Date | null; clockAt: Date; outageOpen: boolean;
  copies: CopyRow[]; loans: LentRow[]; holds: HeldRow[]; waitingCount: number | null; aheadCount: number | null; queueNumber: number | null;
  lowestNumber: number | null; categories: CategoryPolicy[] | null;
};
type MemberRow = {
  id: string; verified: boolean; blockedAt: Date | null; blockedUntil: Date | null; validUntil: Date | null; category: string | null;
  loans: { id: string; titleId: string; dueAt: string }[]; waitingHoldCount: number; offersUntil: string[];
};

// beyond them the sweep goes on
const offeredAtOnce = 500;

/** Reads the part of a title's lending that `need` names, at the database's time or at a given one; null: no such title. */
export async function loadCirculation(on: pg.Pool | pg.PoolClient, { titleId, outage: outageNeed, ...need }: Need, at?: Date): Promise<Loaded | null> {
  const [loaded] = await loadCirculations(on, [titleId], need, at);
  if (loaded === undefined) return null;
  if (outageNeed === undefined) return loaded;
  const outage = await loadOutage(on, titleId, outageNeed);
  return { ...loaded, outage, circulation: withMore(loaded.circulation, outage.more) };
}

/** The same of several titles in one statement, in no order; titles that are not there are left out. */
export async function loadCirculations(on: pg.Pool | pg.PoolClient, titleIds: readonly string[], need: NeedOfEach = {}, at?: Date): Promise<readonly Loaded[]> {
  const values = [titleIds, need.memberId ?? null, need.loanId ?? null, need.holdId ?? null, need.measureQueue ?? false, need.drawQueueNumber ?? false, at ?? null, need.findLowestNumber ?? false, Math.min(need.moreCopies ?? 0, offeredAtOnce)];
  const [{ rows }, members] = await Promise.all([
    on.query<Row>({ ...loadStatement, values }),
    need.memberId === undefined ? null : on.query<MemberRow>({ ...memberStatement, values: [need.memberId] }),
  ]);
  const member = members?.rows[0];
  return rows.map((row) => loadedOf(row, member));
}

function loadedOf(row: Row, member: MemberRow | undefined): Loaded {
  const [loans, holds] = [each(row.loans), each(row.holds)];
  return {
    circulation: {
      title: { id: row.titleId, state: row.state, ...termsOfTitle(row), loansEndBecause: row.loansEndBecause },
      licences: row.licences.map(licenceOf),
      copies: row.copies.map(copyOf),
      uses: [...loans.map(useOf), ...holds.flatMap(offersOf)],
      loans: loans.map(loanOf),
      holds: holds.map(holdOf),
      waitingCount: row.waitingCount === null ? null : row.waitingCount - holds.filter((hold) => isResuming(hold, row.now)).length,
    },
    borrower: member === undefined ? null : borrowerOf(member, row),
    aheadCount: row.aheadCount,
    queueNumber: row.queueNumber,
    lowestNumber: row.lowestNumber,
    outage: null,
    policy: row.policy,
    pace: row.pace,
    now: row.now,
    lastBeatAt: row.lastBeatAt,
    clockAt: row.clockAt,
    outageOpen: row.outageOpen,
  };
}

function withMore(circulation: Circulation, more: OutageScene['more']): Circulation {
  return {
    ...circulation,
    licences: each([...circulation.licences, ...more.licences]),
    uses: each([...circulation.uses, ...more.uses]),
    loans: each([...circulation.loans, ...more.loans]),
    holds: each([...circulation.holds, ...more.holds]),
  };
}

/** Marked as suspended, though its chosen time has ended: counted with those who wait, and by settling once more. */
function isResuming({ state, suspendedUntil }: HeldRow, now: Date): boolean {
  return state === 'waiting' && suspendedUntil !== null && new Date(suspendedUntil) <= now;
}

function termsOfTitle({ policy, terms: own, categories }: Row) {
  const termsByCategory = Object.fromEntries((categories ?? []).map((one) => [one.category, termsOf(policy, own, one)]));
  return { terms: termsOf(policy, own), termsByCategory };
}

/** Limits count what runs now (rule 6), not what is still marked active. */
function borrowerOf(row: MemberRow, { policy, categories, now }: Row): Borrower {
  const category = categories?.find((one) => one.category === row.category) ?? null;
  return {
    memberId: row.id,
    standing: standingOf(row),
    category: row.category,
    limits: limitsOf(policy, row, category),
    runningLoans: row.loans.map((loan) => ({ ...loan, dueAt: new Date(loan.dueAt) })).filter(({ dueAt }) => dueAt > now),
    openHoldCount: row.waitingHoldCount + row.offersUntil.filter((until) => new Date(until) > now).length,
  };
}
