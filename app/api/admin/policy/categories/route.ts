import { listCategoryPoliciesCall } from '@/lib/http/contracts/policy';
import { answer, route } from '@/lib/http/route';
import { listCategoryPolicies } from '@/lib/operations/policy/list-category-policies';

export const GET = route(listCategoryPoliciesCall, async () => answer(200, { items: await listCategoryPolicies(), nextCursor: null }));
