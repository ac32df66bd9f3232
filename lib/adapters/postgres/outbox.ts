import type { MessageKind } from '@/lib/domain/messages/message';
import { pool } from './pool';
import { untilOf } from './notices';

/** An e-mail that this process has taken on for the length of the lease. */
export type ClaimedMail = {
  readonly id: string;
  readonly memberId: string;
  readonly kind: MessageKind;
  readonly facts: Readonly<Record<string, string>>;
  readonly titleId: string | null;
  readonly title: string | null;
  readonly memberName: string;
  readonly address: string;
  readonly locale: string;
  /** Of this try, counted from 1. */
  readonly tryCount: number;
  readonly until: Date | null;
  /** How long it stays true, by the database's clock; null: for ever. */
  readonly validForMs: number | null;
};

const isOpen = `m."channel" = 'email' AND m."sentAt" IS NULL AND m."abandonedAt" IS NULL AND m."nextAttemptAt" <= lending_now()`;
const isStale = `(m."validUntil" IS NOT NULL AND coalesce(${untilOf('m')}, '-infinity') <= lending_now())`;
const isUnwanted = `(p."email" IS NULL OR p."erasedAt" IS NOT NULL OR p."demonstration" OR (NOT p."emailNotices" AND m."kind" NOT IN ('password-reset', 'verify-email')) OR (m."kind" = 'verify-email' AND p."emailVerifiedAt" IS NOT NULL))`;

/** What is stale, or has nobody to go to any more, is given up without a try; so many a call. */
export async function abandonMoot(limit: number): Promise<number> {
  const given = await pool().query(
    `UPDATE "Message" SET "abandonedAt" = lending_now(), "lastError" = d."why" FROM (
       SELECT m."id", CASE WHEN ${isStale} THEN 'stale' ELSE 'unwanted' END AS "why" FROM "Message" m JOIN "Member" p ON p."id" = m."memberId"
       WHERE ${isOpen} AND (${isStale} OR ${isUnwanted}) LIMIT $1 FOR UPDATE OF m SKIP LOCKED) d
     WHERE "Message"."id" = d."id"`,
    [limit],
  );
  return given.rowCount ?? 0;
}

/**
 * Takes e-mails on for `leaseMs`: other drainers pass them over, and when this process dies they are tried again after it.
 * One statement, so that no lock is held while the network is spoken to.
 */
export async function claimMails(limit: number, leaseMs: number): Promise<readonly ClaimedMail[]> {
  const { rows } = await pool().query<ClaimedMail>({
    name: 'claim-mails',
    text: `UPDATE "Message" SET "nextAttemptAt" = lending_now() + $2 * interval '1 millisecond', "attemptCount" = "Message"."attemptCount" + 1 FROM (
        SELECT m."id", ${untilOf('m')} AS "until", p."name", p."email", p."locale", t."title"
        FROM "Message" m JOIN "Member" p ON p."id" = m."memberId" LEFT JOIN "Title" t ON t."id" = m."titleId"
        WHERE ${isOpen} AND NOT ${isStale} AND NOT ${isUnwanted}
        ORDER BY m."nextAttemptAt", m."id" LIMIT $1 FOR UPDATE OF m SKIP LOCKED) d
      WHERE "Message"."id" = d."id"
      RETURNING "Message"."id", "memberId", "kind", "facts", "titleId", d."title", d."name" AS "memberName", d."email" AS "address", d."locale", "attemptCount" AS "tryCount", d."until",
        (extract(epoch FROM d."until" - lending_now()) * 1000)::float8 AS "validForMs"`,
    values: [limit, leaseMs],
  });
  return rows;
}

/** Only for the try that was claimed: a lease that ran out belongs to somebody else. */
export async function markSent(id: string, tryCount: number): Promise<void> {
  await pool().query(`UPDATE "Message" SET "sentAt" = lending_now(), "lastError" = NULL WHERE "id" = $1 AND "attemptCount" = $2 AND "sentAt" IS NULL`, [id, tryCount]);
}

/** `pauseMs` null: no more tries. */
export async function markFailed(id: string, tryCount: number, error: string, pauseMs: number | null): Promise<void> {
  await pool().query(
    `UPDATE "Message" SET "lastError" = $3, "nextAttemptAt" = lending_now() + coalesce($4::float8, 0) * interval '1 millisecond', "abandonedAt" = CASE WHEN $4 IS NULL THEN lending_now() END
     WHERE "id" = $1 AND "attemptCount" = $2 AND "sentAt" IS NULL`,
    [id, tryCount, error, pauseMs],
  );
}
