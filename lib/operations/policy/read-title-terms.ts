import { categoryPolicies } from '@/lib/adapters/postgres/category-policies';
import { policyInForce } from '@/lib/adapters/postgres/policy';
import { titleTerms } from '@/lib/adapters/postgres/title-terms';
import { termsThatApply, type AppliedTerms, type TitleTerms } from '@/lib/domain/lending/policy';

/** `category` null: members without a category that says something. */
export type TermsOfCategory = { readonly category: string | null; readonly terms: AppliedTerms };
export type ReadTerms = { readonly own: TitleTerms; readonly applied: readonly TermsOfCategory[] };

/** What a title says for itself, and what applies to whom because of it, with where each value comes from. */
export async function readTitleTerms(titleId: string): Promise<ReadTerms | null> {
  const [own, { policy }, categories] = await Promise.all([titleTerms(titleId), policyInForce(), categoryPolicies()]);
  if (own === null) return null;
  return { own, applied: [null, ...categories].map((category) => ({ category: category?.category ?? null, terms: termsThatApply({ policy, title: own, category }) })) };
}
