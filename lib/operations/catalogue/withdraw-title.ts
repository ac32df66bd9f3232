import { changeCirculation } from '@/lib/adapters/postgres/circulation/change';
import { withdrawTitle as withdraw, type Withdrawal } from '@/lib/domain/lending/withdraw';
import type { Outcome } from '@/lib/domain/outcome';
import { keyOf, type Act } from '../act';
import { settleAllOfTitle } from '../lending/settle-all-of-title';

/** Hides a title: no new loans or holds; running loans run out or end at once, holds are cancelled, and everybody concerned is told. */
export async function withdrawTitle(titleId: string, withdrawal: Withdrawal, act: Act): Promise<Outcome<{ titleId: string }>> {
  const outcome = await changeCirculation({
    titleId,
    actor: act.actor,
    idempotency: keyOf(act, ['withdraw', titleId, withdrawal]),
    decide: ({ circulation }, { now }) => withdraw(circulation, withdrawal, now),
    report: () => ({ titleId }),
  });
  if (outcome.ok) await settleAllOfTitle(titleId);
  return outcome;
}
