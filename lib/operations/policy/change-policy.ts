import { writeAudit } from '@/lib/adapters/postgres/audit';
import { insertPolicy, lockPolicy, policyInForce, type PolicyInForce } from '@/lib/adapters/postgres/policy';
import { inTransaction } from '@/lib/adapters/postgres/transaction';
import type { Policy } from '@/lib/domain/lending/policy';
import { granted, refuse, type Outcome } from '@/lib/domain/outcome';
import { checkPolicy } from '@/lib/domain/policy/check';
import { policyDifference } from '@/lib/domain/policy/difference';

/**
 * An admin sets the policy: a new row and an audit entry. Stored `dueAt` and `readyUntil` never move (rule 6). Handing in
 * what applies already changes nothing. Errors carry the kind of problem; lib/http puts it into words.
 */
export async function changePolicy(policy: Policy, adminId: string): Promise<Outcome<PolicyInForce>> {
  const problems = checkPolicy(policy);
  if (problems.length > 0) return refuse({ code: 'bad-request', errors: problems.map(({ field, problem }) => ({ path: field, message: problem })) });
  return inTransaction(async (tx) => {
    await lockPolicy(tx);
    const now = await policyInForce(tx);
    const difference = policyDifference(now.policy, policy);
    if (Object.keys(difference).length === 0) return granted(now);
    const changed = await insertPolicy(tx, policy, adminId);
    await writeAudit({ actor: { kind: 'librarian', librarianId: adminId, channel: 'web' }, action: 'policy-changed', subject: 'policy', subjectId: null, facts: difference }, tx);
    return granted(changed);
  });
}
