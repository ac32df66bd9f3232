import { changeCirculation } from '@/lib/adapters/postgres/circulation/change';
import { hasOpenHold } from '@/lib/adapters/postgres/staff-titles';
import { withdrawTitle as withdraw, type Withdrawal } from '@/lib/domain/lending/withdraw';
import type { Outcome } from '@/lib/domain/outcome';
import { keyOf, type Act } from '../act';
import { settleTitle } from '../lending/settle-title';

/** Hides a title: no new loans or holds; running loans run out or end at once, holds are cancelled, and everybody concerned is told. */
export async function withdrawTitle(titleId: string, withdrawal: Withdrawal, act: Act): Promise<Outcome<{ titleId: string }>> {
  const outcome = await changeCirculation({
    titleId,
    actor: act.actor,
    idempotency: keyOf(act, ['withdraw', titleId, withdrawal]),
    decide: ({ circulation }, { now }) => withdraw(circulation, withdrawal, now),
    report: () => ({ titleId }),
  });
  // A long queue is cancelled some hundred holds a transaction; what an interruption leaves, the sweep takes.
  for (let batch = 0; outcome.ok && batch < batchesAtMost && (await hasOpenHold(titleId)); batch += 1) await settleTitle(titleId);
  return outcome;
}

const batchesAtMost = 500;
