import { sweepKeys } from '@/lib/adapters/postgres/idempotency';
import { policyInForce } from '@/lib/adapters/postgres/policy';
import { sweepResets } from '@/lib/adapters/postgres/resets';
import { sweepSessions } from '@/lib/adapters/postgres/sessions';
import { sweepTaskRuns } from '@/lib/adapters/postgres/task-runs';
import { sweepTries } from '@/lib/adapters/postgres/tries';
import { knownDurationMs } from '@/lib/domain/duration';

const rowsAtMost = 50_000;

/** Throws away what nobody asks for any more: idempotency keys of yesterday, counted tries, ended sessions, used links, the book of runs. */
export async function sweepLeftovers(): Promise<Readonly<Record<'keys' | 'tries' | 'sessions' | 'resets' | 'runs', number>>> {
  const retentionMs = knownDurationMs((await policyInForce()).policy.retention);
  return {
    keys: await sweepKeys({ retentionMs, limit: rowsAtMost }),
    tries: await sweepTries(),
    sessions: await sweepSessions(),
    resets: await sweepResets(),
    runs: await sweepTaskRuns(rowsAtMost),
  };
}
