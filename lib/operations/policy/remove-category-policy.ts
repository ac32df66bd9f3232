import { writeAudit } from '@/lib/adapters/postgres/audit';
import { deleteCategoryPolicy } from '@/lib/adapters/postgres/category-policies';
import { inTransaction } from '@/lib/adapters/postgres/transaction';
import { granted, refuse, type Outcome } from '@/lib/domain/outcome';

/** From now on the default holds for members of this category too. */
export async function removeCategoryPolicy(category: string, adminId: string): Promise<Outcome<null>> {
  return inTransaction(async (tx) => {
    if (!(await deleteCategoryPolicy(tx, category))) return refuse({ code: 'not-found' });
    await writeAudit({ actor: { kind: 'librarian', librarianId: adminId, channel: 'web' }, action: 'category-policy-removed', subject: 'policy', subjectId: null, facts: { category } }, tx);
    return granted(null);
  });
}
