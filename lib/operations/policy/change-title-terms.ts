import { writeAudit } from '@/lib/adapters/postgres/audit';
import { keepTitleTerms } from '@/lib/adapters/postgres/title-terms';
import { inTransaction } from '@/lib/adapters/postgres/transaction';
import type { TitleTerms } from '@/lib/domain/lending/policy';
import { granted, refuse, type Outcome } from '@/lib/domain/outcome';
import { checkCategoryPolicy } from '@/lib/domain/policy/check';

/** A librarian says what holds for one title; null leaves a value to the category or the default. Stored times never move. */
export async function changeTitleTerms(titleId: string, own: TitleTerms, librarianId: string): Promise<Outcome<null>> {
  const problems = checkCategoryPolicy(own);
  if (problems.length > 0) return refuse({ code: 'bad-request', errors: problems.map(({ field, problem }) => ({ path: field, message: problem })) });
  return inTransaction(async (tx) => {
    if (!(await keepTitleTerms(tx, titleId, own))) return refuse({ code: 'not-found' });
    await writeAudit({ actor: { kind: 'librarian', librarianId, channel: 'web' }, action: 'title-terms-changed', subject: 'title', subjectId: titleId, facts: own }, tx);
    return granted(null);
  });
}
