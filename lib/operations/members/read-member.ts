import { granted, type Outcome } from '@/lib/domain/outcome';
import { listAllLoans, type DatabaseLoan } from '../lending/list-all-loans';
import { listHolds, type ShelfHold } from '../lending/list-holds';
import { readMe, type Me } from './read-me';

export type DeskMember = Me & { readonly running: readonly DatabaseLoan[]; readonly past: readonly DatabaseLoan[]; readonly queued: readonly ShelfHold[] };

/** A member as the desk sees them: running loans, open holds, and past loans while the retention period lasts (rule 12). */
export async function readMember(memberId: string): Promise<Outcome<DeskMember>> {
  const me = await readMe(memberId);
  if (!me.ok) return me;
  const [running, past, queued] = await Promise.all([
    listAllLoans({ member: memberId, state: 'active' }, { limit: 100, after: null }),
    listAllLoans({ member: memberId, state: 'ended' }, { limit: 50, after: null }),
    listHolds(memberId),
  ]);
  return granted({ ...me.value, running: running.items, past: past.items, queued });
}
