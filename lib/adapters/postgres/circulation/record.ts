import type { LendingChange } from '@/lib/domain/lending/changes';
import type { Circulation, Copy, Use } from '@/lib/domain/lending/circulation';
import type { Hold } from '@/lib/domain/lending/hold';
import type { Licence } from '@/lib/domain/lending/licence';
import type { Loan } from '@/lib/domain/lending/loan';
import { defaultPolicy, termsOf } from '@/lib/domain/lending/policy';
import { pool } from '../pool';
import { copyOf, holdOf, licenceOf, loanOf, useOf, type CopyRow, type HoldRow, type LicenceRow, type LoanRow, type UseRow } from './rows';

/** Everything that is recorded of one title's lending: its rows as they are, and what happened. */
export type TitleRecord = {
  readonly titleId: string;
  readonly title: Circulation['title'];
  readonly licences: readonly Licence[];
  readonly copies: readonly Copy[];
  readonly uses: readonly Use[];
  readonly loans: readonly Loan[];
  readonly holds: readonly Hold[];
  readonly events: readonly EventRow[];
};

type EventRow = { readonly kind: string; readonly at: string; readonly loanId: string | null; readonly holdId: string | null; readonly copyId: string | null; readonly facts: Readonly<Record<string, unknown>> };
type Row = { isWithdrawn: boolean; licences: LicenceRow[]; copies: CopyRow[]; uses: UseRow[]; loans: LoanRow[]; holds: HoldRow[]; events: EventRow[] };

const rowsOf = (table: string, columns: string) => `coalesce((SELECT json_agg(row_to_json(r)) FROM (SELECT ${columns} FROM "${table}" WHERE "titleId" = $1 ORDER BY "id") r), '[]')`;

/** One statement, so that rows and events are of one moment. */
const statement = {
  name: 'record-of-title',
  text: `SELECT t."withdrawnAt" IS NOT NULL AS "isWithdrawn",
    ${rowsOf('Licence', '*')} AS "licences",
    ${rowsOf('Copy', '"id", "licenceId", "addedAt", "retiringAt", "retiredAt"')} AS "copies",
    ${rowsOf('CopyUse', '"id", "copyId", "licenceId", "licenceModel", "kind", "from", "until"')} AS "uses",
    ${rowsOf('Loan', '*')} AS "loans", ${rowsOf('Hold', '*')} AS "holds",
    ${rowsOf('LendingEvent', '"id", "kind", "at", "loanId", "holdId", "copyId", "facts"')} AS "events"
  FROM "Title" t WHERE t."id" = $1`,
};

export async function recordOf(titleId: string): Promise<TitleRecord | null> {
  const row = (await pool().query<Row>({ ...statement, values: [titleId] })).rows[0];
  if (row === undefined) return null;
  const silent = { loanPeriod: null, pickupWindow: null, renewalLimit: null, renewalWindow: null };
  return {
    titleId,
    // the terms decided once; a replay only writes down
    title: { id: titleId, state: row.isWithdrawn ? 'withdrawn' : 'lendable', terms: termsOf(defaultPolicy, silent), loansEndBecause: null },
    licences: row.licences.map(licenceOf),
    copies: row.copies.map(copyOf),
    uses: row.uses.map(useOf),
    loans: row.loans.map(loanOf),
    holds: row.holds.map((hold) => holdOf({ ...hold, blockedAt: null, blockedUntil: null, validUntil: null, category: null })),
    events: row.events,
  };
}

/** Events as the changes that they were. They name members only through loan or hold, so the rows say who. */
export function changesOf({ events, loans, holds, copies }: TitleRecord): readonly LendingChange[] {
  const borrowers = new Map(loans.map(({ id, memberId }) => [id, memberId]));
  const holders = new Map(holds.map(({ id, memberId }) => [id, memberId]));
  const licenceOfCopy = new Map(copies.map(({ id, licenceId }) => [id, licenceId]));
  return events.map(({ kind, at, loanId, holdId, copyId, facts }) => {
    const who = kind === 'loan-began' ? { memberId: borrowers.get(loanId ?? ''), licenceId: licenceOfCopy.get(copyId ?? '') } : kind === 'hold-placed' ? { memberId: holders.get(holdId ?? '') } : {};
    return { kind, at: new Date(at), loanId, holdId, copyId, ...who, ...withInstants(facts) } as unknown as LendingChange;
  });
}

const instants = new Set(['dueAt', 'readyUntil', 'until', 'expiresAt']);

function withInstants(facts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => {
      if (instants.has(name) && typeof value === 'string') return [name, new Date(value)];
      return name === 'terms' && typeof value === 'object' && value !== null ? [name, withInstants(value as Record<string, unknown>)] : [name, value];
    }),
  );
}
