import type pg from 'pg';
import { environment } from '@/lib/config/environment';
import type { OutgoingMessage } from '@/lib/domain/messages/message';

const enqueue = {
  name: 'enqueue-messages',
  // A notice always; an e-mail when mail is set up, the member has an address (not an invented one) and wants it. A key exists once a channel.
  text: `INSERT INTO "Message" ("memberId", "titleId", "channel", "kind", "facts", "key", "validUntil", "createdAt", "sentAt")
    SELECT r."memberId", r."titleId", c."channel", r."kind", r."facts", r."key", r."validUntil", coalesce(r."at", lending_now()), CASE c."channel" WHEN 'notice' THEN lending_now() END
    FROM json_to_recordset($1::json) AS r("memberId" uuid, "titleId" uuid, "kind" text, "facts" jsonb, "key" text, "validUntil" timestamptz, "at" timestamptz)
    JOIN "Member" m ON m."id" = r."memberId" AND m."erasedAt" IS NULL
    JOIN (VALUES ('notice'), ('email')) AS c("channel")
      ON c."channel" = 'notice' OR ($2::boolean AND m."email" IS NOT NULL AND m."emailNotices" AND NOT m."demonstration")
    ON CONFLICT ("key", "channel") DO NOTHING`,
};

/** A message on its way out; `at`: when the change was made that it tells of, if that is not now (the demonstration's past). */
export type Enqueued = OutgoingMessage & { readonly titleId: string | null; readonly at?: Date };

/** Writes messages into the outbox, in the transaction of the change that they tell of. */
export async function enqueueMessages(tx: pg.PoolClient, messages: readonly Enqueued[]): Promise<void> {
  if (messages.length > 0) await tx.query(enqueueing(messages));
}

/** The statement that does it, for who sends several together. */
export function enqueueing(messages: readonly Enqueued[]): pg.QueryConfig {
  return { ...enqueue, values: [JSON.stringify(messages), environment().SMTP_URL !== undefined] };
}
