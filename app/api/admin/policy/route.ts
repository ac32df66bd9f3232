import { changePolicyCall, readPolicyCall } from '@/lib/http/contracts/policy';
import { answer, route } from '@/lib/http/route';
import { policyRefusalView, policyView } from '@/lib/http/views/policy';
import { changePolicy } from '@/lib/operations/policy/change-policy';
import { readPolicy } from '@/lib/operations/policy/read-policy';

export const GET = route(readPolicyCall, async () => answer(200, policyView(await readPolicy())));

export const PUT = route(changePolicyCall, async ({ body, caller, locale }) => {
  const changed = await changePolicy(body, caller.memberId);
  return changed.ok ? answer(200, policyView(changed.value)) : policyRefusalView(changed.refusal, locale);
});
