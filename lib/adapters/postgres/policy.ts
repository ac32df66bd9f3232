import type { Policy } from '@/lib/domain/lending/policy';
import { pool } from './pool';
import type { Tx } from './transaction';

export type PolicyInForce = { readonly policy: Policy; readonly changedAt: Date };

const columns = `"loanPeriod", "loanLimit", "holdLimit", "pickupWindow", "renewalLimit", "renewalWindow", "retention", "forgivenPickups", "shorterLoans", "unverifiedLimits"`;

/** The newest row applies. */
export async function policyInForce(on?: Tx): Promise<PolicyInForce> {
  const { rows } = await (on ?? pool()).query<Policy & { changedAt: Date }>({ name: 'policy-in-force', text: `SELECT ${columns}, "changedAt" FROM "Policy" ORDER BY "id" DESC LIMIT 1` });
  if (rows[0] === undefined) throw new Error('there is no policy');
  const { changedAt, ...policy } = rows[0];
  return { policy, changedAt };
}

/** Two admins who save at once stand in line: each sees the other's values as the ones before. */
export async function lockPolicy(tx: Tx): Promise<void> {
  await tx.query('LOCK TABLE "Policy" IN SHARE ROW EXCLUSIVE MODE');
}

export async function insertPolicy(tx: Tx, policy: Policy, changedById: string): Promise<PolicyInForce> {
  const { rows } = await tx.query<{ changedAt: Date }>(`INSERT INTO "Policy" (${columns}, "changedById") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING "changedAt"`, [
    policy.loanPeriod, policy.loanLimit, policy.holdLimit, policy.pickupWindow, policy.renewalLimit, policy.renewalWindow, policy.retention, policy.forgivenPickups,
    json(policy.shorterLoans), json(policy.unverifiedLimits), changedById,
  ]);
  if (rows[0] === undefined) throw new Error('the policy was not kept');
  return { policy, changedAt: rows[0].changedAt };
}

function json(value: object | null): string | null {
  return value === null ? null : JSON.stringify(value);
}

export type PolicyChange = { readonly id: number; readonly changedAt: Date; readonly changedBy: string | null; readonly policy: Policy };

/** The last changes with who made them, newest first; one more than shown, so that each can be compared with the one before it. */
export async function policyHistory(limit: number): Promise<readonly PolicyChange[]> {
  const { rows } = await pool().query<Policy & { id: number; changedAt: Date; changedBy: string | null }>(
    `SELECT p."id", p."changedAt", m."name" AS "changedBy", ${columns} FROM "Policy" p LEFT JOIN "Member" m ON m."id" = p."changedById" ORDER BY p."id" DESC LIMIT $1`,
    [limit + 1],
  );
  return rows.map(({ id, changedAt, changedBy, ...policy }) => ({ id, changedAt, changedBy, policy }));
}
