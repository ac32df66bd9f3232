import { changeCategoryPolicyCall, removeCategoryPolicyCall } from '@/lib/http/contracts/policy';
import { answer, answerTo, route } from '@/lib/http/route';
import { policyRefusalView } from '@/lib/http/views/policy';
import { changeCategoryPolicy } from '@/lib/operations/policy/change-category-policy';
import { removeCategoryPolicy } from '@/lib/operations/policy/remove-category-policy';

export const PUT = route(changeCategoryPolicyCall, async ({ params, body, caller, locale }) => {
  const changed = await changeCategoryPolicy({ category: params.category, ...body }, caller.memberId);
  return changed.ok ? answer(200, changed.value) : policyRefusalView(changed.refusal, locale);
});
export const DELETE = route(removeCategoryPolicyCall, async ({ params, caller }) => answerTo(await removeCategoryPolicy(params.category, caller.memberId), () => answer(204, null)));
