import { claimKey, keepAnswer, releaseKey, type IdempotencyKey } from '@/lib/adapters/postgres/idempotency';
import { seal, unseal } from '@/lib/adapters/passwords/sealed';
import { inOneTransaction, inTransaction, type Send } from '@/lib/adapters/postgres/transaction';
import { granted, type Outcome } from '@/lib/domain/outcome';

/** Whose key, for which call: the same key for another request is refused. */
export type KeyedCall = { readonly callerId: string | null; readonly key: string; readonly request: unknown };

/** What `act` answers, as text to keep; null: nothing is kept, and the same key may try again. */
export type Kept<T> = { readonly answer: T; readonly text: string | null };

/** The answer, made now or kept from the first call with this key. */
export type AnsweredOnce<T> = Outcome<{ readonly answer: T } | { readonly keptText: string }>;

/**
 * Everything that `act` writes, the claim of the key and the kept answer are one transaction: whenever the process dies, either
 * all of it happened, and the next call with the key gets the answer, or nothing did.
 */
export async function answerOnce<T>(call: KeyedCall, act: () => Promise<Kept<T>>): Promise<AnsweredOnce<T>> {
  const key = keyOf(call);
  return inOneTransaction(async (tx, send) => {
    const answered = await claimKey<string>(tx, key);
    if (answered !== null) return unsealed(answered);
    const { answer, text } = await act();
    keep(send, key, text);
    return granted({ answer });
  });
}

/**
 * The same for an act that speaks with the storage, which no transaction may wait for: its answer is kept after it. Such acts
 * are repeatable by themselves; a process that dies in between leaves a key without an answer, and the act is done again.
 */
export async function answerAfterwards<T>(call: KeyedCall, act: () => Promise<Kept<T>>): Promise<AnsweredOnce<T>> {
  const key = keyOf(call);
  const answered = await inTransaction((tx) => claimKey<string>(tx, key));
  if (answered !== null) return unsealed(answered);
  const { answer, text } = await act();
  await inTransaction(async (_, send) => keep(send, key, text));
  return granted({ answer });
}

function keep(send: Send, key: IdempotencyKey, text: string | null): void {
  if (text === null) releaseKey(send, key);
  else keepAnswer(send, key, granted(seal(text)));
}

/** Apart from the keys that operations claim themselves. Who has not logged in shares one room, and is told apart by the request. */
function keyOf({ callerId, key, request }: KeyedCall): IdempotencyKey {
  return { scope: `call:${callerId ?? 'anyone'}`, key, request };
}

function unsealed(answered: Outcome<string>): Outcome<{ keptText: string }> {
  return answered.ok ? granted({ keptText: unseal(answered.value) }) : answered;
}
