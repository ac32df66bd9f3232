import type pg from 'pg';
import type { Borrower, Circulation } from '@/lib/domain/lending/circulation';
import { limitsOf, termsOf, type CategoryPolicy, type Policy, type TitleTerms } from '@/lib/domain/lending/policy';
import type { Pace } from '@/lib/domain/lending/wait';
import { joined, loadOutage, type OutageNeed, type OutageScene } from './load-outage';
import { loadStatement, memberStatement } from './load-sql';
import { copyOf, holdOf, licenceOf, loanOf, standingOf, useOf, type CopyRow, type HoldRow, type LicenceRow, type LoanRow, type UseRow } from './rows';

/** Which part of a title's lending an act needs beside what always is loaded. */
export type Need = {
  readonly titleId: string;
  /** The member who acts or asks: their loan, hold and counts come along. */
  readonly memberId?: string;
  readonly loanId?: string;
  readonly holdId?: string;
  /** Count the queue: grows with its length, so only where a person is told. */
  readonly measureQueue?: boolean;
  readonly drawQueueNumber?: boolean;
  readonly findLowestNumber?: boolean;
  /** What a declared outage may give, and what others have given, comes along. */
  readonly outage?: OutageNeed;
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
  now: Date; state: Circulation['title']['state']; terms: TitleTerms; policy: Policy; pace: Pace; loansEndBecause: string | null; licences: LicenceRow[]; lastBeatAt: Date | null; clockAt: Date; outageOpen: boolean;
  copies: CopyRow[]; uses: UseRow[]; loans: LoanRow[]; holds: HoldRow[]; waitingCount: number | null; aheadCount: number | null; queueNumber: number | null;
  lowestNumber: number | null; categories: CategoryPolicy[] | null;
};
type MemberRow = {
  id: string; verified: boolean; blockedAt: Date | null; blockedUntil: Date | null; validUntil: Date | null; category: string | null;
  loans: { id: string; titleId: string; dueAt: string }[]; waitingHoldCount: number; offersUntil: string[];
};

/** Reads the part of a title's lending that `need` names, at the database's time or at a given one; null: no such title. */
export async function loadCirculation(on: pg.Pool | pg.PoolClient, need: Need, at?: Date): Promise<Loaded | null> {
  const values = [need.titleId, need.memberId ?? null, need.loanId ?? null, need.holdId ?? null, need.measureQueue ?? false, need.drawQueueNumber ?? false, at ?? null, need.findLowestNumber ?? false];
  const [{ rows }, members] = await Promise.all([
    on.query<Row>({ ...loadStatement, values }),
    need.memberId === undefined ? null : on.query<MemberRow>({ ...memberStatement, values: [need.memberId] }),
  ]);
  const row = rows[0];
  if (row === undefined) return null;
  const member = members?.rows[0];
  const outage = need.outage === undefined ? null : await loadOutage(on, need.titleId, need.outage);
  const circulation: Circulation = {
    title: { id: need.titleId, state: row.state, ...termsOfTitle(row), loansEndBecause: row.loansEndBecause },
    licences: row.licences.map(licenceOf),
    copies: row.copies.map(copyOf),
    uses: row.uses.map(useOf),
    loans: row.loans.map(loanOf),
    holds: row.holds.map(holdOf),
    waitingCount: row.waitingCount,
  };
  return {
    circulation: outage === null ? circulation : withMore(circulation, outage.more),
    borrower: member === undefined ? null : borrowerOf(member, row),
    aheadCount: row.aheadCount,
    queueNumber: row.queueNumber,
    lowestNumber: row.lowestNumber,
    outage,
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
    licences: joined(circulation.licences, more.licences),
    uses: joined(circulation.uses, more.uses),
    loans: joined(circulation.loans, more.loans),
    holds: joined(circulation.holds, more.holds),
  };
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
