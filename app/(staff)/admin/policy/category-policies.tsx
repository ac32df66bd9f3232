import { getTranslations } from 'next-intl/server';
import { listCategoryPolicies } from '@/lib/operations/policy/list-category-policies';
import { CategoryForm } from './category-form';
import { RemoveCategory } from './remove-category';

/** What holds for members of each category, each in a form of its own. */
export async function CategoryPolicies() {
  const [t, categories] = await Promise.all([getTranslations('policy.categories'), listCategoryPolicies()]);
  return (
    <section aria-labelledby="kategori" className="mt-10">
      <h2 id="kategori" className="mb-1 text-lg font-bold">{t('title')}</h2>
      <p className="mb-3 max-w-prose text-ink-soft">{t('intro')}</p>
      {categories.length === 0 && <p className="text-ink-soft">{t('none')}</p>}
      {categories.map((said) => (
        <details key={said.category} className="border-b border-line py-2">
          <summary className="folded tap flex cursor-pointer items-center font-semibold">{said.category}</summary>
          <CategoryForm said={said} />
          <RemoveCategory category={said.category} />
        </details>
      ))}
      <details className="py-2">
        <summary className="folded tap inline-flex cursor-pointer items-center font-semibold text-leaf">{t('add')}</summary>
        <CategoryForm said={null} />
      </details>
    </section>
  );
}
