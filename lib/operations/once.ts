import { claimKey, keepAnswer, type IdempotencyKey } from '@/lib/adapters/postgres/idempotency';
import { inTransaction, type Tx } from '@/lib/adapters/postgres/transaction';
import type { Outcome } from '@/lib/domain/outcome';

/** Runs an act in one transaction; a repeated call with the same key gets the first one's answer. */
export async function once<T>(key: IdempotencyKey | undefined, act: (tx: Tx) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  return inTransaction(async (tx, send) => {
    const answered = key === undefined ? null : await claimKey<T>(tx, key);
    if (answered !== null) return answered;
    const outcome = await act(tx);
    if (key !== undefined) keepAnswer(send, key, outcome);
    return outcome;
  });
}
