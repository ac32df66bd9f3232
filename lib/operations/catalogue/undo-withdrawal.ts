import { changeCirculation } from '@/lib/adapters/postgres/circulation/change';
import { undoWithdrawal as undo } from '@/lib/domain/lending/withdraw';
import type { Outcome } from '@/lib/domain/outcome';
import { keyOf, type Act } from '../act';

/** Shows a withdrawn title again: its copies can be borrowed as before. */
export async function undoWithdrawal(titleId: string, act: Act): Promise<Outcome<{ titleId: string }>> {
  return changeCirculation({
    titleId,
    actor: act.actor,
    idempotency: keyOf(act, ['undo-withdrawal', titleId]),
    decide: ({ circulation }, { now }) => undo(circulation, now),
    report: () => ({ titleId }),
  });
}
