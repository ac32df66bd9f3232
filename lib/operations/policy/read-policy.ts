import { policyInForce, type PolicyInForce } from '@/lib/adapters/postgres/policy';

export type { PolicyInForce };

/** The lending policy that applies now. */
export async function readPolicy(): Promise<PolicyInForce> {
  return policyInForce();
}
