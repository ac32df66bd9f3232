import type { Actor } from '@/lib/domain/actor';
import { pool } from './pool';
import type { Tx } from './transaction';

/** What was done to what, by whom: ids and codes, never names. */
export type AuditedDeed = { readonly actor: Actor; readonly action: string; readonly subject: string; readonly subjectId: string | null; readonly facts?: object };

export async function writeAudit({ actor, action, subject, subjectId, facts = {} }: AuditedDeed, tx?: Tx): Promise<void> {
  await (tx ?? pool()).query(`INSERT INTO "AuditEntry" ("actorId", "actorKind", "channel", "action", "subject", "subjectId", "facts") VALUES ($1, $2, $3, $4, $5, $6, $7)`, [
    actorId(actor),
    actor.kind,
    actor.channel,
    action,
    subject,
    subjectId,
    JSON.stringify(facts),
  ]);
}

function actorId(actor: Actor): string | null {
  if (actor.kind === 'member') return actor.memberId;
  return actor.kind === 'librarian' ? actor.librarianId : null;
}
