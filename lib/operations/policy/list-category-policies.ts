import { categoryPolicies } from '@/lib/adapters/postgres/category-policies';
import type { CategoryPolicy } from '@/lib/domain/lending/policy';

export async function listCategoryPolicies(): Promise<readonly CategoryPolicy[]> {
  return categoryPolicies();
}
