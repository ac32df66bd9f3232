import type { TitleMetadata } from '@/lib/domain/catalogue/title-metadata';
import { isEligibleAt } from './circulation/eligible-sql';
import { copyCountAt, freeCountAt, isForEverybodyAt } from './stock-sql';

/** A title as lists show it, with what is true of its lending at this moment. */
export type TitleCard = Omit<TitleMetadata, 'description'> & {
  readonly id: string;
  readonly coverHash: string | null;
  readonly format: string | null;
  readonly pages: number | null;
  readonly copyCount: number;
  readonly availableCount: number;
  readonly waitingCount: number;
  readonly simultaneousUse: boolean;
  /** When the member who looks has it on loan. */
  readonly myDueAt: Date | null;
};

const now = '(SELECT "now" FROM n)';

/** For statements that begin with n ("now"). A sub-select rather than a join, so that an index's order survives. */
export const isVisible = `t."publishedAt" <= (SELECT "now" FROM n) AND t."withdrawnAt" IS NULL`;

/**
 * What a walk-in can have of t at n."now" (architecture.md, Availability): free copies less those owed to the queue. The same
 * words as availableToWalkIn in lib/domain/lending/availability.ts; a test holds the two together.
 */
export const availableCount = `(SELECT CASE WHEN ${isForEverybodyAt(now)} THEN stock.free + 1 ELSE stock.free - (SELECT count(*) FROM (
      SELECT 1 FROM "Hold" h JOIN "Member" m ON m."id" = h."memberId"
      WHERE h."titleId" = t."id" AND h."state" = 'waiting'
        AND ${isEligibleAt(now)}
      LIMIT stock.free) owed) END
    FROM (SELECT ${freeCountAt(now)} AS free) stock)`;

/** The columns of a card; wants n ("now"), t (Title) and the member's id (or null) as the parameter named. */
export function cardColumns(member: string): string {
  return `t."id", t."title", t."subtitle", t."authors", t."isbn", t."publisher", t."year", t."language", t."subjects", t."coverHash",
    (SELECT c."format" FROM "Content" c WHERE c."id" = t."currentContentId") AS "format",
    (SELECT c."pages" FROM "Content" c WHERE c."id" = t."currentContentId") AS "pages",
    ${copyCountAt(now)} AS "copyCount",
    ${availableCount} AS "availableCount",
    (SELECT count(*) FROM "Hold" h WHERE h."titleId" = t."id" AND h."state" = 'waiting' AND (h."suspendedAt" IS NULL OR h."suspendedUntil" <= n."now")) AS "waitingCount",
    ${isForEverybodyAt(now)} AS "simultaneousUse",
    (SELECT l."dueAt" FROM "Loan" l WHERE l."titleId" = t."id" AND l."memberId" = ${member}::uuid AND l."state" = 'active' AND l."dueAt" > n."now") AS "myDueAt"`;
}
