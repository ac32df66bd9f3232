import { writeAudit } from '@/lib/adapters/postgres/audit';
import { databaseNow } from '@/lib/adapters/postgres/clock';
import { insertDeclaredOutage, type Declared } from '@/lib/adapters/postgres/declared-outages';
import { outageToDeclare } from '@/lib/domain/lending/declared-outage';
import { granted, type Outcome } from '@/lib/domain/outcome';
import type { Span } from '@/lib/domain/time';
import { keyOf, type Act } from '../act';
import { once } from '../once';
import { finishOutages } from './finish-outages';

/** An admin says that members could not read or take their turn for a while: it is written down, then credited title by title. */
export async function declareOutage({ from, until, reason }: Span & { readonly reason: string }, act: Act): Promise<Outcome<Declared>> {
  const { actor } = act;
  if (actor.kind !== 'librarian') throw new TypeError('an outage is declared by an admin');
  const outcome = await once(keyOf(act, ['declare-outage', from, until, reason]), async (tx): Promise<Outcome<Declared>> => {
    const span = outageToDeclare({ from, until }, await databaseNow());
    if (!span.ok) return span;
    const declared = await insertDeclaredOutage(tx, { from, until, reason, declaredById: actor.librarianId });
    await writeAudit({ actor, action: 'outage-declared', subject: 'outage', subjectId: declared.id, facts: { from, until } }, tx);
    return granted(declared);
  });
  // what does not fit into the answer's time, the clock goes on with
  if (outcome.ok) await finishOutages({ batchesAtMost: 3 });
  return outcome;
}
