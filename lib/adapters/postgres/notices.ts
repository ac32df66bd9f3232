import type { MessageKind } from '@/lib/domain/messages/message';
import type { After } from './lending-lists';
import { pool } from './pool';

/**
 * Until when a message is true: "your turn" as long as that very offer stands (an outage may have lengthened it), "loan
 * ends" as long as the loan runs with that due time, all else as it was written. Null: no longer true, or without an end.
 */
export function untilOf(message: string): string {
  return `CASE
    WHEN ${message}."kind" IN ('your-turn', 'your-turn-reminder') THEN (SELECT h."readyUntil" FROM "Hold" h
      WHERE h."id" = (${message}."facts"->>'holdId')::uuid AND h."state" = 'ready' AND ${message}."key" = ${message}."kind" || ':' || h."offerId")
    WHEN ${message}."kind" = 'loan-ending' THEN (SELECT l."dueAt" FROM "Loan" l
      WHERE l."id" = (${message}."facts"->>'loanId')::uuid AND l."state" = 'active' AND l."dueAt" = (${message}."facts"->>'dueAt')::timestamptz)
    ELSE ${message}."validUntil" END`;
}

export type ListedNotice = {
  readonly id: string;
  readonly kind: MessageKind;
  readonly facts: Readonly<Record<string, string>>;
  readonly titleId: string | null;
  readonly title: string | null;
  readonly createdAt: Date;
  readonly readAt: Date | null;
  readonly until: Date | null;
  /** What it asks for can no longer be done: the offer is taken or gone, the loan has ended or was renewed. */
  readonly isOver: boolean;
};

/** A member's notices, newest first; one row more than `limit` tells that there are more. */
export async function noticesOfMember(memberId: string, { limit, after }: { limit: number; after: After | null }): Promise<readonly ListedNotice[]> {
  const { rows } = await pool().query<ListedNotice>({
    name: 'notices-of-member',
    text: `SELECT n.*, n."kind" IN ('your-turn', 'your-turn-reminder', 'loan-ending') AND coalesce(n."until", '-infinity') <= lending_now() AS "isOver" FROM (
        SELECT m."id", m."kind", m."facts", m."titleId", t."title", m."createdAt", m."readAt", ${untilOf('m')} AS "until"
        FROM "Message" m LEFT JOIN "Title" t ON t."id" = m."titleId"
        WHERE m."memberId" = $1 AND m."channel" = 'notice' AND ($2::timestamptz IS NULL OR (m."createdAt", m."id") < ($2::timestamptz, $3::uuid))
        ORDER BY m."createdAt" DESC, m."id" DESC LIMIT $4 + 1) n
      ORDER BY n."createdAt" DESC, n."id" DESC`,
    values: [memberId, after?.at ?? null, after?.id ?? null, limit],
  });
  return rows;
}

/** Only the member's own; reading twice changes nothing. Answers how many are still unread. */
export async function markRead(memberId: string, ids: readonly string[]): Promise<number> {
  await pool().query(`UPDATE "Message" SET "readAt" = lending_now() WHERE "memberId" = $1 AND "channel" = 'notice' AND "id" = ANY($2::uuid[]) AND "readAt" IS NULL`, [memberId, ids]);
  return countUnread(memberId);
}

export async function countUnread(memberId: string): Promise<number> {
  const { rows } = await pool().query<{ count: number }>({
    name: 'count-unread',
    text: `SELECT count(*) AS "count" FROM "Message" WHERE "memberId" = $1 AND "channel" = 'notice' AND "readAt" IS NULL`,
    values: [memberId],
  });
  return rows[0]?.count ?? 0;
}

/** What was told longer ago than names are kept, and is no longer awaited; so many a call. */
export async function sweepMessages(createdBefore: Date, limit: number): Promise<number> {
  const swept = await pool().query(
    `DELETE FROM "Message" WHERE "id" IN (SELECT "id" FROM "Message" WHERE "createdAt" < $1 AND ("validUntil" IS NULL OR "validUntil" < lending_now()) ORDER BY "createdAt" LIMIT $2)`,
    [createdBefore, limit],
  );
  return swept.rowCount ?? 0;
}
