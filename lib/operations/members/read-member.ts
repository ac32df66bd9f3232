import { categoryPolicies } from '@/lib/adapters/postgres/category-policies';
import { policyInForce } from '@/lib/adapters/postgres/policy';
import { limitThatApplies, termsThatApply, type Applied, type AppliedTerms, type Limits } from '@/lib/domain/lending/policy';
import { granted, type Outcome } from '@/lib/domain/outcome';
import { listAllLoans, type DatabaseLoan } from '../lending/list-all-loans';
import { listHolds, type ShelfHold } from '../lending/list-holds';
import { readMe, type Me } from './read-me';

export type TermsOfMember = AppliedTerms & { readonly [F in keyof Limits]: Applied<number> };
export type DeskMember = Me & { readonly terms: TermsOfMember; readonly running: readonly DatabaseLoan[]; readonly past: readonly DatabaseLoan[]; readonly queued: readonly ShelfHold[] };

/** A member as the desk sees them: running loans, open holds, and past loans while the retention period lasts (rule 12). */
export async function readMember(memberId: string): Promise<Outcome<DeskMember>> {
  const me = await readMe(memberId);
  if (!me.ok) return me;
  const [running, past, queued, terms] = await Promise.all([
    listAllLoans({ member: memberId, state: 'active' }, { limit: 100, after: null }),
    listAllLoans({ member: memberId, state: 'ended' }, { limit: 50, after: null }),
    listHolds(memberId),
    termsOfMember(me.value),
  ]);
  return granted({ ...me.value, running: running.items, past: past.items, queued, terms });
}

/** What applies to them where a title says nothing for itself, and why. */
async function termsOfMember({ profile }: Me): Promise<TermsOfMember> {
  const [{ policy }, categories] = await Promise.all([policyInForce(), categoryPolicies()]);
  const said = { policy, title: null, category: categories.find(({ category }) => category === profile.category) ?? null };
  const verified = { verified: profile.emailVerifiedAt !== null || profile.phoneVerifiedAt !== null };
  return { ...termsThatApply(said), loanLimit: limitThatApplies('loanLimit', said, verified), holdLimit: limitThatApplies('holdLimit', said, verified) };
}
