import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireCaller } from '@/lib/http/session';
import { listPolicyChanges } from '@/lib/operations/policy/list-policy-changes';
import { readPolicy } from '@/lib/operations/policy/read-policy';
import { orAway } from '@/app/_components/or-away';
import { CategoryPolicies } from './category-policies';
import { PolicyForm } from './policy-form';
import { PolicyHistory } from './policy-history';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('policy'))('title') };
}

/** Only an admin finds this page. */
export default orAway(PolicyPage);

async function PolicyPage() {
  await requireCaller('admin', '/admin/policy');
  const t = await getTranslations('policy');
  const [{ policy }, changes] = await Promise.all([readPolicy(), listPolicyChanges()]);
  return (
    <div className="max-w-5xl">
      <h1 className="mb-1 text-2xl font-bold">{t('title')}</h1>
      <p className="mb-6 max-w-prose text-ink-soft">{t('intro')}</p>
      <PolicyForm policy={policy} />
      <CategoryPolicies />
      <h2 className="mt-10 mb-3 text-lg font-bold">{t('history.title')}</h2>
      <PolicyHistory changes={changes} />
    </div>
  );
}
