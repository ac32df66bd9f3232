import type pg from 'pg';
import { environment } from '@/lib/config/environment';
import type { OutgoingMessage } from '@/lib/domain/messages/message';
import { rowsStatement } from './rows-statement';

// A notice always; an e-mail when mail is set up, the member has an address (not an invented one) and wants it. A key exists once a channel.
const enqueue = rowsStatement('enqueue-messages', { memberId: 'uuid', titleId: 'uuid', kind: 'text', facts: 'jsonb', key: 'text', validUntil: 'timestamptz', at: 'timestamptz', byMail: 'boolean' },
  (rows) => `INSERT INTO "Message" ("memberId", "titleId", "channel", "kind", "facts", "key", "validUntil", "createdAt", "sentAt")
    SELECT r."memberId", r."titleId", c."channel", r."kind", r."facts", r."key", r."validUntil", coalesce(r."at", lending_now()), CASE c."channel" WHEN 'notice' THEN lending_now() END
    FROM ${rows}
    JOIN "Member" m ON m."id" = r."memberId" AND m."erasedAt" IS NULL
    JOIN (VALUES ('notice'), ('email')) AS c("channel")
      ON c."channel" = 'notice' OR (r."byMail" AND m."email" IS NOT NULL AND m."emailNotices" AND NOT m."demonstration")
    ON CONFLICT ("key", "channel") DO NOTHING`);

/** A message on its way out; `at`: when the change was made that it tells of, if that is not now (the demonstration's past). */
export type Enqueued = OutgoingMessage & { readonly titleId: string | null; readonly at?: Date };

/** Writes messages into the outbox, in the transaction of the change that they tell of. */
export async function enqueueMessages(tx: pg.PoolClient, messages: readonly Enqueued[]): Promise<void> {
  const statement = enqueueing(messages);
  if (statement !== null) await tx.query(statement);
}

/** The statement that does it, for who sends several together; null where there is nothing to tell. */
export function enqueueing(messages: readonly Enqueued[]): pg.QueryConfig | null {
  const byMail = environment().SMTP_URL !== undefined;
  return enqueue(messages.map((message) => ({ ...message, byMail })));
}
