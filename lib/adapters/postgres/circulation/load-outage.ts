import type pg from 'pg';
import type { Circulation } from '@/lib/domain/lending/circulation';
import type { OutageHistory } from '@/lib/domain/lending/declared-outage';
import type { Span } from '@/lib/domain/time';
import { heldColumns } from './load-sql';
import { given, missedIn, restorable } from './outage-sql';
import { holdOf, licenceOf, loanOf, useOf, type HoldRow, type LicenceRow, type LoanRow, type UseRow } from './rows';

/** Which outage, and after which loan: of simultaneous use they are without number. */
export type OutageNeed = Span & { readonly afterLoanId: string | null };

/** What a declared outage needs beside the title's circulation. `isAll`: no loan is left for another time. */
export type OutageScene = { readonly more: Pick<Circulation, 'loans' | 'uses' | 'licences' | 'holds'>; readonly history: OutageHistory; readonly isAll: boolean };

const loansAtOnce = 500;

type Row = {
  loans: LoanRow[]; uses: UseRow[]; licences: LicenceRow[]; holds: HoldRow[];
  missed: { holdId: string; at: string }[]; credited: { useId: string; from: string; until: string }[];
};

export async function loadOutage(on: pg.Pool | pg.PoolClient, titleId: string, { from, until, afterLoanId }: OutageNeed): Promise<OutageScene> {
  const { rows } = await on.query<Row>({ name: 'load-outage', text: statement, values: [titleId, from, until, afterLoanId ?? '00000000-0000-0000-0000-000000000000'] });
  const row = rows[0];
  if (row === undefined) throw new Error('the database answered with no row');
  return {
    more: { loans: row.loans.map(loanOf), uses: row.uses.map(useOf), licences: row.licences.map(licenceOf), holds: row.holds.map(holdOf) },
    history: {
      loanIds: row.loans.map(({ id }) => id),
      missed: row.missed.map(({ holdId, at }) => ({ holdId, at: new Date(at) })),
      credited: row.credited.map((one) => ({ useId: one.useId, from: new Date(one.from), until: new Date(one.until) })),
    },
    isAll: row.loans.length < loansAtOnce,
  };
}

const rows = (name: string, order = '') => `coalesce((SELECT json_agg(row_to_json(r)${order}) FROM ${name} r), '[]') AS "${name}"`;

// $1 title, $2 and $3 the outage, $4 the loan to begin after. A credit of an offer names its hold; a loan's use has the loan's id.
const statement = `
WITH loans AS (SELECT l.* FROM "Loan" l WHERE l."titleId" = $1 AND l."state" = 'active' AND l."borrowedAt" < $3 AND l."id" > $4::uuid ORDER BY l."id" LIMIT ${loansAtOnce}),
uses AS (SELECT u."id", u."copyId", u."licenceId", u."licenceModel", u."kind", u."from", u."until" FROM loans l JOIN "CopyUse" u ON u."id" = l."id"),
licences AS (SELECT l.* FROM "Licence" l WHERE l."id" IN (SELECT "licenceId" FROM uses)),
lapsed AS (SELECT ${heldColumns} FROM "Hold" h JOIN "Member" m ON m."id" = h."memberId" WHERE h."titleId" = $1 AND ${restorable('$2', '$3')}),
missed AS (SELECT e."holdId", e."at" FROM "LendingEvent" e WHERE e."titleId" = $1 AND ${missedIn('$2', '$3')}),
holds AS (SELECT * FROM lapsed
  UNION SELECT ${heldColumns} FROM "Hold" h JOIN "Member" m ON m."id" = h."memberId" WHERE h."titleId" = $1 AND h."state" IN ('waiting', 'ready')
    AND (h."memberId" IN (SELECT "memberId" FROM lapsed) OR h."id" IN (SELECT "holdId" FROM missed))),
${given},
credits AS (SELECT e."loanId" AS "useId", e."facts" FROM loans l JOIN "LendingEvent" e ON e."loanId" = l."id" AND e."kind" = 'loan-credited'
  UNION ALL SELECT h."offerId", e."facts" FROM "Hold" h JOIN "LendingEvent" e ON e."holdId" = h."id" AND e."kind" = 'offer-extended' WHERE h."titleId" = $1 AND h."state" = 'ready'),
credited AS (SELECT c."useId", g."from", g."until" FROM credits c JOIN given g ON g."id" = (c."facts"->>'outageId')::uuid AND g."from" < $3 AND g."until" > $2)
SELECT ${rows('loans', ' ORDER BY r."id"')}, ${rows('uses')}, ${rows('licences')}, ${rows('holds')}, ${rows('missed')}, ${rows('credited')}`;
