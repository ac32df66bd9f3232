import { writeAudit } from '@/lib/adapters/postgres/audit';
import { keepCategoryPolicy } from '@/lib/adapters/postgres/category-policies';
import { lockPolicy } from '@/lib/adapters/postgres/policy';
import { inTransaction } from '@/lib/adapters/postgres/transaction';
import type { CategoryPolicy } from '@/lib/domain/lending/policy';
import { granted, refuse, type Outcome } from '@/lib/domain/outcome';
import { checkCategoryPolicy } from '@/lib/domain/policy/check';

/** An admin says what holds for members of one category; null leaves a value to the default. Stored times never move. */
export async function changeCategoryPolicy(said: CategoryPolicy, adminId: string): Promise<Outcome<CategoryPolicy>> {
  const problems = checkCategoryPolicy(said);
  if (problems.length > 0) return refuse({ code: 'bad-request', errors: problems.map(({ field, problem }) => ({ path: field, message: problem })) });
  return inTransaction(async (tx) => {
    await lockPolicy(tx);
    await keepCategoryPolicy(tx, said);
    await writeAudit({ actor: { kind: 'librarian', librarianId: adminId, channel: 'web' }, action: 'category-policy-changed', subject: 'policy', subjectId: null, facts: said }, tx);
    return granted(said);
  });
}
