import { forgetWhoBorrowed } from '@/lib/adapters/postgres/circulation/anonymise';
import { databaseNow } from '@/lib/adapters/postgres/clock';
import { sweepMessages } from '@/lib/adapters/postgres/notices';
import { policyInForce } from '@/lib/adapters/postgres/policy';
import { inTransaction } from '@/lib/adapters/postgres/transaction';
import { knownDurationMs } from '@/lib/domain/duration';
import { addMs } from '@/lib/domain/time';

export type Anonymised = { readonly loanCount: number; readonly holdCount: number; readonly turnawayCount: number; readonly messageCount: number };

const rowsAtOnce = 500;
/** A million rows a night; the next night goes on. */
const batchesAtMost = 2000;

/** Rule 12, nightly: what ended longer ago than the policy's retention loses its name, in batches of their own transactions. */
export async function anonymiseHistory(time?: { at: Date }): Promise<Anonymised> {
  const endedBefore = addMs(time?.at ?? (await databaseNow()), -knownDurationMs((await policyInForce()).policy.retention));
  const total = { loanCount: 0, holdCount: 0, turnawayCount: 0, messageCount: 0 };
  for (let batch = 0; batch < batchesAtMost; batch += 1) {
    const done = await inTransaction((tx) => forgetWhoBorrowed(tx, { endedBefore, limit: rowsAtOnce }));
    total.loanCount += done.loanCount;
    total.holdCount += done.holdCount;
    total.turnawayCount += done.turnawayCount;
    if (done.loanCount + done.holdCount + done.turnawayCount === 0) break;
  }
  for (let batch = 0, swept = rowsAtOnce; swept === rowsAtOnce && batch < batchesAtMost; batch += 1) {
    swept = await sweepMessages(endedBefore, rowsAtOnce);
    total.messageCount += swept;
  }
  return total;
}
