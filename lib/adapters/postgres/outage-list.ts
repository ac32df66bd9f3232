import type { Span } from '@/lib/domain/time';
import { endedIn, given, missedIn, restorable } from './circulation/outage-sql';
import { pool } from './pool';

/** Declared by an admin (with a reason), or noticed by the heartbeat. */
export type OutageRow = Span & {
  readonly id: string; readonly reason: string | null; readonly isDeclared: boolean; readonly finishedAt: Date | null;
  readonly loanCount: number; readonly offerCount: number; readonly holdCount: number; readonly endedCount: number;
};

/** The latest, with what each has given so far. */
export async function latestOutages(limit: number): Promise<readonly OutageRow[]> {
  const { rows } = await pool().query<OutageRow>(
    `SELECT o.*, g."loanCount", g."offerCount", g."holdCount",
       (SELECT count(*) FROM "Loan" l WHERE ${endedIn('o."from"', 'o."until"')}) AS "endedCount"
     FROM (SELECT "id", "from", "until", "reason", true AS "isDeclared", "finishedAt" FROM "DeclaredOutage"
           UNION ALL SELECT "id", "from", "until", NULL, false, "creditedAt" FROM "Outage" ORDER BY "from" DESC LIMIT $1) o
     CROSS JOIN LATERAL (
       SELECT count(*) FILTER (WHERE e."kind" = 'loan-credited') AS "loanCount", count(*) FILTER (WHERE e."kind" = 'offer-extended') AS "offerCount",
         count(*) FILTER (WHERE e."kind" IN ('hold-restored', 'miss-undone')) AS "holdCount"
       FROM "LendingEvent" e WHERE e."facts" ? 'outageId' AND e."facts"->>'outageId' = o."id"::text) g
     ORDER BY o."from" DESC, o."id"`,
    [limit],
  );
  return rows;
}

/** What declaring it now would give, and to how many loans it comes too late. */
export type OutagePreview = { readonly loanCount: number; readonly offerCount: number; readonly holdCount: number; readonly endedCount: number };

export async function previewOfOutage({ from, until }: Span): Promise<OutagePreview> {
  const { rows } = await pool().query<OutagePreview>(preview, [from, until]);
  if (rows[0] === undefined) throw new Error('the database answered with no row');
  return rows[0];
}

// $1 and $2 the outage. What is left of it for a use, when what others gave is taken out, as the rule has it (lib/domain/lending/declared-outage.ts).
const left = (begun: string, credits: string) =>
  `NOT isempty(tstzmultirange(tstzrange(least(greatest($1, ${begun}), $2), $2)) - coalesce((SELECT range_agg(tstzrange(g."from", g."until")) FROM "LendingEvent" e JOIN given g ON g."id" = (e."facts"->>'outageId')::uuid WHERE ${credits}), '{}'))`;
const grantsMore = (until: string) => `l."endedAt" IS NULL AND (l."expiresAt" IS NULL OR l."expiresAt" > ${until})`;

const preview = `
WITH n AS (SELECT lending_now() AS "now"),
${given}
SELECT
  (SELECT count(*) FROM n, "Loan" b JOIN "CopyUse" u ON u."id" = b."id" JOIN "Licence" l ON l."id" = u."licenceId" AND ${grantsMore('b."dueAt"')}
    WHERE b."state" = 'active' AND b."borrowedAt" < $2 AND b."dueAt" > n."now" AND ${left('b."borrowedAt"', `e."loanId" = b."id" AND e."kind" = 'loan-credited'`)}) AS "loanCount",
  (SELECT count(*) FROM n, "Hold" h JOIN "CopyUse" u ON u."id" = h."offerId" JOIN "Licence" l ON l."id" = u."licenceId" AND ${grantsMore('h."readyUntil"')}
    WHERE h."state" = 'ready' AND h."readyAt" < $2 AND h."readyUntil" > n."now" AND ${left('h."readyAt"', `e."holdId" = h."id" AND e."kind" = 'offer-extended'`)}) AS "offerCount",
  (SELECT count(*) FROM "Hold" h JOIN "Title" t ON t."id" = h."titleId" AND t."withdrawnAt" IS NULL WHERE ${restorable('$1', '$2')}
    AND NOT EXISTS (SELECT 1 FROM "Hold" o WHERE o."titleId" = h."titleId" AND o."memberId" = h."memberId" AND o."state" = 'ready')
    AND NOT EXISTS (SELECT 1 FROM "Licence" l WHERE l."titleId" = h."titleId" AND l."model" = 'simultaneous-use' AND l."endedAt" IS NULL))
  + (SELECT count(*) FROM "LendingEvent" e JOIN "Hold" h ON h."id" = e."holdId" AND h."state" IN ('waiting', 'ready') AND h."missedCount" > 0
    JOIN "Title" t ON t."id" = h."titleId" AND t."withdrawnAt" IS NULL WHERE ${missedIn('$1', '$2')}) AS "holdCount",
  (SELECT count(*) FROM "Loan" l WHERE ${endedIn('$1', '$2')}) AS "endedCount"`;
