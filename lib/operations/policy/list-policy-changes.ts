import { policyHistory } from '@/lib/adapters/postgres/policy';
import { policyDifference } from '@/lib/domain/policy/difference';

export type ListedPolicyChange = { readonly id: number; readonly changedAt: Date; readonly changedBy: string | null; readonly difference: ReturnType<typeof policyDifference> };

/** What was changed lately and by whom, newest first. */
export async function listPolicyChanges(limit = 10): Promise<readonly ListedPolicyChange[]> {
  const rows = await policyHistory(limit);
  return rows.flatMap((row, index) => {
    const before = rows[index + 1];
    if (before === undefined) return [];
    const { policy, ...change } = row;
    return [{ ...change, difference: policyDifference(before.policy, policy) }];
  });
}
